import type { Attribute } from '@souk/contracts/catalog'
import { unfitAttributes } from './attributes.ts'
import { blankProduct } from './edit-product.ts'
import type { ProductDraft } from './import/draft.ts'
import type { Finding } from './import/import-item.ts'
import { type Given, mergeFields } from './merge-fields.ts'
import { type Merged, mergeVariants } from './merge-variants.ts'
import { MAX_VARIANTS, type Option, type Product, type Shelf } from './product.ts'
import { revise } from './revise.ts'
import { isBackwards } from './schedule.ts'
import { settleOptions } from './settle-options.ts'

/** A product of a file, made ready to be held against the catalog. */
export interface Prepared extends Omit<Given, 'fields'> {
  draft: ProductDraft
  slug: string
}

/** What a file’s products meet in the catalog. */
interface Present {
  product: Product | undefined
  /** Product by SKU. */
  owners: ReadonlyMap<string, string>
  definitions: readonly Attribute[]
  currency: string
  now: string
  newId: (prefix: string) => string
}

export type Plan = { warnings: Finding[] } & (
  | { kind: 'rejected'; errors: Finding[] }
  | { kind: 'unchanged' }
  | { kind: 'applied'; before: Product | undefined; after: Product; shelves: Shelf[] }
)

/** What becomes of a product by a file: refused with reasons, the same as before, or this. */
export function planImport(prepared: Prepared, present: Present): Plan {
  const { draft, slug } = prepared
  const before = present.product ?? { ...blankProduct(present.newId('prod'), present.now), slug }
  const merged = mergeVariants(before, draft, present)
  const settled = settleOptions(listedOptions(before, draft), merged.variants)
  const options = settled.ok ? settled.options : before.options
  const fields = mergeFields(before, { ...prepared, fields: draft.fields })
  const wanted = { ...fields, variants: merged.variants, options }
  const warnings = remarks(prepared, merged, present)
  const errors = [
    ...(settled.ok ? [] : [finding(draft, settled.code, settled.message)]),
    ...obstacles(wanted, draft, present),
    ...unfitAttributes(present.product, wanted, present.definitions).map(({ message }) =>
      finding(draft, 'invalid_attribute', message),
    ),
  ]
  if (errors.length > 0) return { kind: 'rejected', errors, warnings }
  const after = revise(before, wanted, present.now)
  if (after === before) return { kind: 'unchanged', warnings }
  return {
    kind: 'applied',
    before: present.product,
    after,
    shelves: shelvesOf(before, after, merged),
    warnings,
  }
}

const finding = ({ line }: { line: number }, code: string, message: string): Finding => ({
  line,
  code,
  message,
})

/**
 * The order of options and their values: as the file has it, what the product knew of each first. In a CSV only
 * variants tell of options: where it has none, it says nothing of them.
 */
function listedOptions({ options, variants }: Product, { fields, variants: given }: ProductDraft): Option[] {
  const isSilent = given.length === 0 && (variants.length > 0 || fields.options?.length === 0)
  if (!fields.options || isSilent) return options
  return fields.options.map(({ name, values }) => ({
    name,
    values: [...new Set([...(options.find((one) => one.name === name)?.values ?? []), ...values])],
  }))
}

function obstacles(wanted: Product, draft: ProductDraft, { owners }: Present): Finding[] {
  const { id, title, variants, images } = wanted
  const errors: Finding[] = []
  if (isBackwards(wanted))
    errors.push(finding(draft, 'invalid_schedule', 'it would come off sale before it goes on sale'))
  if (title === '') errors.push(finding(draft, 'title_missing', 'a new product needs a title'))
  if (variants.length > MAX_VARIANTS)
    errors.push(finding(draft, 'too_many_variants', `it would have more than ${MAX_VARIANTS} variants`))
  for (const { sku } of variants) {
    const line = draft.variants.find((given) => given.sku === sku) ?? draft
    const owner = owners.get(sku)
    if (owner !== undefined && owner !== id)
      errors.push(finding(line, 'sku_taken', `the SKU "${sku}" belongs to another product`))
  }
  if (new Set(variants.map(({ sku }) => sku)).size < variants.length)
    errors.push(finding(draft, 'duplicate_sku', 'two variants would have the same SKU'))
  if (images.some(({ url, alt }) => url.length > 2_000 || [...alt].length > 500))
    errors.push(
      finding(draft, 'too_long', 'an image has an address beyond 2,000 or a text beyond 500 characters'),
    )
  return errors
}

function remarks({ draft, slug }: Prepared, { left, otherPolicy }: Merged, present: Present): Finding[] {
  const warnings: Finding[] = []
  if (slug !== draft.handle && !present.product)
    warnings.push(
      finding(draft, 'handle_rewritten', `"${draft.handle}" is no web address: it becomes "${slug}"`),
    )
  if (left.length > 0 && draft.variants.length > 0)
    warnings.push(
      finding(
        draft,
        'variants_left',
        `not in the file and left as they are: ${left
          .map(({ sku }) => sku)
          .slice(0, 20)
          .join(', ')}`,
      ),
    )
  for (const given of otherPolicy)
    warnings.push(
      finding(given, 'policy_left', `how ${given.sku} is counted is the inventory's affair and stays`),
    )
  return warnings
}

/** What the inventory has to know of first: SKUs the product did not have. */
function shelvesOf(before: Product, after: Product, { onHand }: Merged): Shelf[] {
  const known = new Set(before.variants.map(({ sku }) => sku))
  return after.variants
    .filter(({ sku }) => !known.has(sku))
    .map(({ id, sku, policy }) => ({ sku, policy, onHand: onHand.get(id) ?? 0 }))
}
