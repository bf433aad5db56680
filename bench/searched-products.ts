import type { WholeProduct } from '@souk/contracts/catalog'
import { type Ids, type Random, seededRandom } from '@souk/kit/runtime'

const list = (words: string) => words.split(' ')
const KINDS: Record<string, string[]> = {
  Clothing: list('shirt jacket trousers jumper dress skirt coat scarf hoodie blouse'),
  Shoes: list('sneaker boot sandal loafer slipper trainer clog brogue'),
  Kitchen: list('pan kettle knife bowl plate teapot mug whisk grater casserole'),
  Home: list('lamp cushion rug vase mirror curtain candle blanket clock basket'),
  Garden: list('spade hose planter bench rake lantern trowel parasol'),
  Office: list('notebook pen stapler chair desk folder binder organiser'),
}
const KIND_OF = Object.entries(KINDS).flatMap(([category, kinds]) =>
  kinds.map((kind) => ({ category, kind })),
)
const COLOURS = list('red blue green black white grey yellow orange pink purple brown beige navy teal olive')
const MATERIALS = list(
  'cotton leather wool linen steel copper oak bamboo glass ceramic canvas rubber silk felt',
)
const MANNERS = list(
  'classic modern light heavy warm soft robust slim wide handmade foldable quilted waterproof woven',
)
const SIZES = list('XS S M L XL')
const SYLLABLES = list('ka ro mi ten sa lu ver no pi dra mon el fi ga tor ne bri so cal um')
const SYLLABLES_OF_WORD = 4
const VOCABULARY = 12_000
const BRANDS = 400
const DESCRIBED_IN = 70

export type Picking = ReturnType<typeof pickingBy>

/** Chooses by a seed; of a long list the first ones far more often, as words of a language are. */
export function pickingBy(seed: number) {
  const random: Random = seededRandom(seed)
  const index = (count: number) => Math.floor(random.unit() * count)
  return {
    random,
    index,
    one: <T>(from: readonly T[]): T => from[index(from.length)] as T,
    common: <T>(from: readonly T[]): T => from[Math.floor(from.length * random.unit() ** 3)] as T,
  }
}

/** Made-up words for brands and descriptions: as many as a shop of this size has. */
const vocabulary = Array.from({ length: VOCABULARY }, (_, number) =>
  Array.from(
    { length: SYLLABLES_OF_WORD },
    (_, place) => SYLLABLES[Math.floor(number / SYLLABLES.length ** place) % SYLLABLES.length],
  ).join(''),
)

export const someWords = {
  kinds: KIND_OF,
  colours: COLOURS,
  materials: MATERIALS,
  manners: MANNERS,
  vocabulary,
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** One product of a shop with everything, as the catalog tells of it. */
export function makeProduct(number: number, { pick, ids }: { pick: Picking; ids: Ids }): WholeProduct {
  const { category, kind } = pick.one(KIND_OF)
  const [material, manner, brand] = [
    pick.common(MATERIALS),
    pick.one(MANNERS),
    vocabulary[pick.index(BRANDS)] ?? '',
  ]
  const colours = [...new Set([pick.common(COLOURS), pick.common(COLOURS)])]
  const productId = ids.next('prod')
  const amount = 500 + Math.floor(30_000 * pick.random.unit() ** 2)
  const price = { amount, currency: 'EUR' }
  const title = `${capital(manner)} ${material} ${kind} ${capital(brand)}`
  const words = Array.from({ length: DESCRIBED_IN }, () => pick.common(vocabulary))
  const refs = [category, kind].map((name) => ({
    id: `cat_${name.toLowerCase()}`,
    slug: name.toLowerCase(),
    name: capital(name),
  }))
  const variants = colours.map((colour, place) => ({
    id: ids.next('var'),
    sku: `B${number}-${place}`,
    title: colour,
    price,
    options: { Colour: capital(colour), Size: pick.one(SIZES) },
    availability: pick.index(10) === 0 ? ('out_of_stock' as const) : ('in_stock' as const),
  }))
  const page = {
    ...{
      id: productId,
      slug: `product-${number}`,
      title,
      vendor: capital(brand),
      tags: [manner],
      categories: refs,
    },
    description: `<p>${title}: ${words.join(' ')}.</p>`,
    images: [{ url: `/pictures/${number}.svg`, alt: title }],
    options: [
      { name: 'Colour', values: colours },
      { name: 'Size', values: SIZES },
    ],
    attributes: { Material: capital(material), Brand: capital(brand), Style: capital(manner) },
    ...{ variants, priceRange: { min: price, max: price }, seo: {} },
  }
  return { productId, version: 1, pages: [page], foundUnder: refs }
}
