import { colour, colours } from './colours.ts'
import type { Category, Maker, Model } from './shape.ts'

const COUNTRIES =
  'Austria,Belgium,Denmark,England,France,Germany,India,Ireland,Italy,Japan,Mexico,Netherlands,Norway,Portugal,Scotland,South Africa,Spain,Sweden'

const colourNames = [...new Set([...colours.values()].map(({ name }) => name))].sort()

/** What the demo shop knows of its products’ attributes, as `POST /admin/v1/attributes` takes it. */
export const attributeDefinitions = [
  define('Material', { de: 'Material', fr: 'Matière' }, { kind: 'text' }),
  define(
    'Made in',
    { de: 'Hergestellt in', fr: 'Fabriqué en' },
    { kind: 'enum', values: COUNTRIES.split(',') },
  ),
  define('Colours', { de: 'Farben', fr: 'Couleurs' }, { kind: 'enum_list', values: colourNames }),
  define('Weight', { de: 'Gewicht', fr: 'Poids' }, { kind: 'number', unit: 'g' }),
  define('Made to order', { de: 'Auf Bestellung', fr: 'Sur commande' }, { kind: 'boolean' }),
] as const

/** A product’s value for each of them, as text. */
export function attributesOf(
  { category, model, maker }: { category: Category; model: Model; maker: Maker },
  madeToOrder: boolean,
): Record<string, string> {
  return {
    Material: category.materials[model.material]?.name ?? '',
    'Made in': maker.place.split(', ').at(-1) ?? '',
    Colours: [...new Set(model.colours.map((key) => colour(key).name))].join(', '),
    Weight: String(model.grams),
    'Made to order': String(madeToOrder),
  }
}

function define(key: string, others: Record<string, string>, type: object) {
  return { key, labels: { en: key, ...others }, type, isFilterable: true }
}
