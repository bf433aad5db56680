import type { Product, WholeProduct } from '@souk/contracts/catalog'
import { fold, wordsOf } from './fold.ts'

/** What is searched, narrowed and ordered by. */
export interface Facts {
  /** By currency, in minor units: of the cheapest variant and of the dearest. */
  readonly prices: Readonly<Record<string, readonly [min: number, max: number]>>
  /** Attributes and options. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** Its own and all above them. */
  readonly categories: readonly { readonly id: string; readonly slug: string; readonly name: string }[]
}

/** A product as the index keeps it. */
export interface Entry {
  readonly productId: string
  readonly version: number
  readonly titleKey: string
  readonly skus: readonly string[]
  readonly facts: Facts
  /** As shoppers see it, by currency. */
  readonly pages: Readonly<Record<string, Product>>
  /** Folded words by how much they say, parted by spaces: the title's, those of what it is, those of its description. */
  readonly text: { readonly title: string; readonly names: string; readonly body: string }
  /** Words that a typo may have meant. */
  readonly words: readonly string[]
}

const TITLE_KEY_LENGTH = 60
/** Longer values are texts, which nobody ticks in a list. */
const LONGEST_FACET_VALUE = 255
const MOST_DESCRIBED = 20_000
const MOST_WORDS = 400

export function toEntry(whole: WholeProduct): Entry {
  const { productId, version, pages, foundUnder } = whole
  const [first] = pages as [Product, ...Product[]]
  const variants = pages.flatMap((page) => page.variants)
  const options = variants.flatMap(({ options }) => Object.entries(options))
  const attributes = [...Object.entries(first.attributes), ...options]
  const narrowing = whole.narrowedBy?.map(({ key, value }): [string, string] => [key, value])
  const ticked = narrowing ? [...narrowing, ...options] : attributes
  const title = unique(wordsOf(first.title))
  const names = namesOf(first, { attributes, categories: foundUnder.map(({ name }) => name) })
  const body = unique(wordsOf(plain(first.description)))
  return {
    productId,
    version,
    titleKey: [...fold(first.title).trim()].slice(0, TITLE_KEY_LENGTH).join(''),
    skus: unique(variants.map(({ sku }) => sku)),
    facts: {
      prices: Object.fromEntries(pages.flatMap(({ priceRange }) => toPrice(priceRange))),
      attributes: distinct(ticked.filter(([, value]) => value !== '' && value.length <= LONGEST_FACET_VALUE)),
      categories: foundUnder,
    },
    pages: Object.fromEntries(pages.map((page) => [page.variants[0]?.price.currency ?? '', page])),
    text: { title: title.join(' '), names: names.join(' '), body: body.slice(0, MOST_WORDS).join(' ') },
    words: unique([...title, ...names]).filter((word) => /^\p{L}{3,}$/u.test(word)),
  }
}

function namesOf(
  { vendor = '', tags, variants }: Product,
  { attributes, categories }: { attributes: [string, string][]; categories: string[] },
): string[] {
  const values = attributes.map(([, value]) => value)
  const names = [vendor, ...tags, ...categories, ...values, ...variants.map(({ sku }) => sku)]
  return unique(names.flatMap(wordsOf)).slice(0, MOST_WORDS)
}

const toPrice = (range: Product['priceRange']): [string, [number, number]][] =>
  range ? [[range.min.currency, [range.min.amount, range.max.amount]]] : []

/** The text of HTML: what is read, without what marks it up. */
const plain = (html: string): string =>
  html
    .slice(0, MOST_DESCRIBED)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, ' ')

const unique = (words: readonly string[]): string[] => [...new Set(words)]
const distinct = (pairs: readonly [string, string][]): [string, string][] => [
  ...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values(),
]
