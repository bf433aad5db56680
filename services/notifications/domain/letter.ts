/** What is said to somebody, before it is text or HTML. Everything in it may come from a stranger. */
export interface Letter {
  readonly subject: string
  /** What a mailbox shows beside the subject. */
  readonly preview: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'sums'; readonly sums: readonly Sum[] }
  | { readonly kind: 'facts'; readonly title: string; readonly lines: readonly string[] }

export interface Item {
  readonly title: string
  readonly detail: string
  readonly amount?: string
}

export interface Sum {
  readonly label: string
  readonly amount: string
  readonly isTotal?: boolean
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const button = (label: string, url: string): Block => ({ kind: 'button', label, url })
/** What may be done besides; a letter has one button. */
export const link = (label: string, url: string): Block => ({ kind: 'link', label, url })
export const items = (given: readonly Item[]): Block => ({ kind: 'items', items: given })
export const sums = (given: readonly Sum[]): Block => ({ kind: 'sums', sums: given })
export const facts = (title: string, lines: readonly string[]): Block => ({ kind: 'facts', title, lines })

/** Who writes: the shop's name and the address of its pages. */
export interface Letterhead {
  readonly shopName: string
  readonly publicUrl: string
}

export interface Written {
  readonly subject: string
  readonly text: string
  readonly html: string
}
