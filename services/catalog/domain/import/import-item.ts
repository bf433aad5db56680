import type { ProductDraft } from './draft.ts'

/** What reading a product file yields, in the order of the file. */
export type ImportItem = ImportedProduct | ImportError | ImportWarning

interface ImportedProduct {
  kind: 'product'
  draft: ProductDraft
}

export interface ImportError {
  kind: 'error'
  line: number
  column?: string | undefined
  code: string
  message: string
  /** The product it concerns, when the row still tells. */
  handle?: string | undefined
  /** True on exactly one error of each refused product, so that refused products can be counted. */
  rejectsProduct: boolean
}

export interface ImportWarning {
  kind: 'warning'
  line?: number | undefined
  column?: string | undefined
  code: string
  message: string
}

/** Something wrong with, or worth saying about, one cell or row. */
export interface Finding {
  line: number
  column?: string | undefined
  code: string
  message: string
}
