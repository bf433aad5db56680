import { attributesOf } from './attributes.ts'
import { describe, searchDescription } from './describe.ts'
import { type Choice, combinations, optionsOf } from './options.ts'
import { picturesOf } from './pictures.ts'
import { dollars, price } from './price.ts'
import { pick, seeded } from './random.ts'
import type { Category, Kind, Model, Picture, Product, Variant } from './shape.ts'
import { quantity } from './stock.ts'
import { slug } from './words.ts'

/** A model of a category, and the code its SKUs begin with. */
export interface Draft {
  readonly category: Category
  readonly model: Model
  readonly code: string
}

/** Makes the product of a model; everything left to chance is drawn from a seed that is its title. */
export function makeProduct({ category, model, code }: Draft): Product {
  const random = seeded(model.title)
  const kind = kindOf(category, model)
  const maker = pick(
    random,
    category.makers.filter(({ works }) => works.split(' ').includes(model.material)),
  )
  const options = optionsOf(model, kind)
  const pictures = picturesOf(model, random)
  const description = describe({ model, category, maker }, random)
  const [reduced, madeToOrder] = [random() < 0.09, random() < 0.04]
  return {
    handle: slug(model.title),
    title: model.title,
    description,
    vendor: maker.name,
    department: category.department,
    category: category.name,
    type: kind.type,
    tags: tagsOf(category, model, { reduced, madeToOrder }),
    attributes: attributesOf({ category, model, maker }, madeToOrder),
    seo: { title: `${model.title} by ${maker.name}`, description: searchDescription(model, maker) },
    options: options.map(({ name, choices }) => ({ name, values: choices.map(({ value }) => value) })),
    variants: combinations(options).map((choices) =>
      makeVariant({ model, code, choices, pictures, reduced, madeToOrder }),
    ),
    pictures,
    look: {
      form: model.kind,
      surface: model.surface,
      trim: pick(seeded(`${model.title} trim`), kind.trim.split(' ')),
      colours: model.colours,
    },
  }
}

interface Cut {
  readonly model: Model
  readonly code: string
  readonly choices: readonly Choice[]
  readonly pictures: readonly Picture[]
  readonly reduced: boolean
  readonly madeToOrder: boolean
}

function makeVariant({ model, code, choices, pictures, reduced, madeToOrder }: Cut): Variant {
  const sku = [code, ...choices.map((choice) => choice.code).reverse()].join('-')
  const factor = choices.reduce((product, choice) => product * choice.factor, 1)
  const eur = price(Math.round(model.euros * 100 * factor), reduced)
  const shown =
    model.colours.length > 1
      ? pictures.find(
          (picture) =>
            picture.view === 'whole' && model.colours[picture.colour] === choices[0]?.value.toLowerCase(),
        )
      : undefined
  return {
    values: choices.map(({ value }) => value),
    sku,
    grams: Math.round((model.grams * factor) / 5) * 5,
    quantity: quantity(seeded(sku)),
    policy: madeToOrder ? 'continue' : 'deny',
    eur,
    usd: price(dollars(eur.amount), reduced),
    ...(shown ? { picture: shown.position } : {}),
  }
}

function tagsOf(
  category: Category,
  model: Model,
  { reduced, madeToOrder }: { reduced: boolean; madeToOrder: boolean },
): string[] {
  const pattern =
    model.surface === 'plain' || model.surface === 'wood' ? [] : [patterns[model.surface] ?? model.surface]
  const state = [...(reduced ? ['sale'] : []), ...(madeToOrder ? ['made-to-order'] : [])]
  return [...new Set([...category.tags, model.material, ...pattern, ...state])].sort()
}

const patterns: Readonly<Record<string, string>> = {
  stripe: 'striped',
  check: 'checked',
  rib: 'ribbed',
  cable: 'cable-knit',
  fairisle: 'fair-isle',
  speckle: 'speckled',
  dots: 'dotted',
  dip: 'two-tone',
  glaze: 'reactive-glaze',
  leaf: 'botanical',
  hammer: 'hammered',
  quilt: 'quilted',
  weave: 'woven',
}

function kindOf(category: Category, model: Model): Kind {
  const kind = category.kinds[model.kind]
  if (!kind) throw new Error(`no kind ${model.kind} in ${category.name}`)
  return kind
}
