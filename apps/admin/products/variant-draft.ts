import type { NewVariant, VariantEdit } from '@souk/contracts/catalog'
import { edited } from '../data/edited.ts'
import type { Money } from '../data/money.ts'
import type { Product, Variant } from './product.ts'

/** A variant while somebody types it. */
export interface VariantDraft {
  readonly sku: string
  readonly options: Readonly<Record<string, string>>
  /** Nothing while one of the amounts typed is none. */
  readonly prices: readonly Money[] | undefined
  readonly compareAtPrices: readonly Money[] | undefined
  readonly weightGrams: string
  readonly barcode: string
  readonly taxClass: string
  readonly requiresShipping: boolean
  /** Of a new one alone. */
  readonly quantity: string
}

/** What typing begins with. */
export function draftOf({ options }: Product, variant: Variant | undefined): VariantDraft {
  const none = Object.fromEntries(options.map(({ name }) => [name, '']))
  return {
    sku: variant?.sku ?? '',
    options: { ...none, ...variant?.options },
    prices: variant?.prices ?? [],
    compareAtPrices: variant?.compareAtPrices ?? [],
    weightGrams: variant?.weightGrams === undefined ? '' : String(variant.weightGrams),
    barcode: variant?.barcode ?? '',
    taxClass: variant?.taxClass ?? 'standard',
    requiresShipping: variant?.requiresShipping ?? true,
    quantity: '0',
  }
}

export const isComplete = ({ sku, prices, compareAtPrices }: VariantDraft): boolean =>
  sku.trim() !== '' && prices !== undefined && compareAtPrices !== undefined

function fieldsOf(draft: VariantDraft) {
  const { weightGrams, quantity: _, ...others } = draft
  return { ...others, ...(weightGrams !== '' && { weightGrams: Number(weightGrams) }) }
}

/** What is sent for a variant that is new. */
export const newVariant = (draft: VariantDraft): Partial<NewVariant> =>
  ({ ...fieldsOf(draft), quantity: Number(draft.quantity) }) as Partial<NewVariant>

/** What is sent for one that is there: what was changed. */
export const variantEdit = (draft: VariantDraft, variant: Variant): VariantEdit =>
  edited<VariantEdit>({ before: variant as VariantEdit, after: fieldsOf(draft) as VariantEdit }, [
    ...(['sku', 'options', 'prices', 'compareAtPrices', 'weightGrams'] as const),
    ...(['barcode', 'taxClass', 'requiresShipping'] as const),
  ])
