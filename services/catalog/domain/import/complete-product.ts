import { deriveSku } from './derive-sku.ts'
import type { ProductDraft, ProductFields, VariantDraft } from './draft.ts'
import type { SeenInFile } from './seen-in-file.ts'
import type { Column } from './shopify/columns.ts'
import type { VariantCells } from './shopify/variant-row.ts'

/** A product as its rows or its JSON line gave it, SKUs possibly missing. */
export interface ProductCells {
  line: number
  handle: string
  fields: ProductFields
  variants: readonly VariantCells[]
}

/** What two variants of the file have in common that they must not; each format names the column its own way. */
export interface Clash {
  line: number
  column: Column
  code: 'duplicate_variant' | 'duplicate_sku'
  message: string
}

/** Settles the SKUs and holds the variants against each other and the rest of the file. */
export function completeProduct(
  product: ProductCells,
  seen: SeenInFile,
): { ok: true; draft: ProductDraft } | { ok: false; clashes: Clash[] } {
  const variants = product.variants.map((variant) => withSku(variant, product))
  const clashes = [...repeatedOptions(variants, product.fields), ...repeatedSkus(variants, seen)]
  if (clashes.length > 0) return { ok: false, clashes }
  for (const { sku } of variants) seen.addSku(sku)
  return { ok: true, draft: { ...product, variants } }
}

function withSku(variant: VariantCells, { handle, fields }: ProductCells): VariantDraft {
  if (variant.sku !== '') return { ...variant, skuDerived: false }
  const names = fields.options?.map(({ name }) => name) ?? []
  return {
    ...variant,
    sku: deriveSku(
      handle,
      names.map((name) => variant.options[name] ?? ''),
    ),
    skuDerived: true,
  }
}

/** Options tell variants apart, letter case aside; a file without option columns leaves that to the SKU. */
function repeatedOptions(variants: readonly VariantDraft[], { options }: ProductFields): Clash[] {
  if (!options) return []
  const lines = new Map<string, number>()
  return variants.flatMap(({ line, options: values }): Clash[] => {
    const key = JSON.stringify(options.map(({ name }) => values[name]?.toLowerCase()))
    const before = lines.get(key)
    lines.set(key, before ?? line)
    if (before === undefined) return []
    const shown = Object.values(values).join(' / ') || 'no options'
    const message = `the variant of line ${before} has the same options (${shown})`
    return [{ line, column: 'option1Value', code: 'duplicate_variant', message }]
  })
}

function repeatedSkus(variants: readonly VariantDraft[], seen: SeenInFile): Clash[] {
  const own = new Set<string>()
  return variants.flatMap(({ line, sku }): Clash[] => {
    const isRepeated = own.has(sku) || seen.hasSku(sku)
    own.add(sku)
    const message = `another variant of this file has the SKU "${sku}" too`
    return isRepeated ? [{ line, column: 'sku', code: 'duplicate_sku', message }] : []
  })
}
