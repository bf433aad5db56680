/** What the hand of the maker left on a thing; the pictures draw it, the tags name it. */
export type Surface =
  | 'plain'
  | 'stripe'
  | 'pinstripe'
  | 'check'
  | 'plaid'
  | 'weave'
  | 'knit'
  | 'rib'
  | 'cable'
  | 'fairisle'
  | 'speckle'
  | 'dots'
  | 'dip'
  | 'glaze'
  | 'wood'
  | 'leaf'
  | 'hammer'
  | 'quilt'
  | 'wave'

/** A leaf of the category tree and the words its products are made of. */
export interface Category {
  readonly department: string
  readonly name: string
  readonly tags: readonly string[]
  readonly makers: readonly Maker[]
  readonly materials: Readonly<Record<string, Material>>
  readonly kinds: Readonly<Record<string, Kind>>
  /** Sentences that suit everything in the category; each product ends its description with one. */
  readonly closings: readonly string[]
  /** One product a line: see `models.ts` for the columns. */
  readonly models: string
}

export interface Maker {
  readonly name: string
  readonly place: string
  /** The materials this maker works in, by key, separated by spaces. */
  readonly works: string
}

export interface Material {
  readonly name: string
  readonly says: readonly string[]
  readonly care: string
}

/** A kind of thing, drawn by the form of the same name. */
export interface Kind {
  readonly type: string
  /** The colour of its second material in the pictures; of several, separated by spaces, each product takes one. */
  readonly trim: string
  readonly measures: string
  /** What the choice of colour is called, where it is not simply a colour. */
  readonly colourOption?: string
  /** Further options: name → value → what it does to the price, as a factor. */
  readonly axes?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export interface Model {
  readonly title: string
  readonly kind: string
  readonly surface: Surface
  readonly material: string
  readonly colours: readonly string[]
  /** About what it costs, in whole euros; the shop's price endings are put on later. */
  readonly euros: number
  readonly grams: number
  readonly says: string
}

export interface Product {
  readonly handle: string
  readonly title: string
  readonly description: string
  readonly vendor: string
  readonly department: string
  readonly category: string
  readonly type: string
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly seo: { readonly title: string; readonly description: string }
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly variants: readonly Variant[]
  readonly pictures: readonly Picture[]
  readonly look: {
    readonly form: string
    readonly surface: Surface
    readonly trim: string
    readonly colours: readonly string[]
  }
}

export interface Variant {
  /** One value for each of the product's options, in their order. */
  readonly values: readonly string[]
  readonly sku: string
  readonly grams: number
  readonly quantity: number
  readonly policy: 'deny' | 'continue'
  readonly eur: Price
  readonly usd: Price
  /** The position of the picture that shows this variant, if one does. */
  readonly picture?: number
}

/** In minor units of its currency. */
export interface Price {
  readonly amount: number
  readonly compareAt?: number
}

export interface Picture {
  readonly position: number
  readonly alt: string
  readonly view: 'whole' | 'near' | 'together'
  /** Which of the product's colours it shows, counted from 0. */
  readonly colour: number
}
