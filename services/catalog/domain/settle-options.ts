import { type Misfit, misfit } from './misfit.ts'
import { MAX_OPTIONS, type Option, type Variant } from './product.ts'

type Settled = { ok: true; options: Option[] } | Misfit

/**
 * The options of a product: the names listed, else those of its first variant, with every value a variant has,
 * in the order listed, then as they appear. Each variant has a value for each, and no two have the same values,
 * letter case aside.
 */
export function settleOptions(listed: readonly Option[], variants: readonly Variant[]): Settled {
  if (variants.length === 0) return { ok: true, options: [...listed] }
  const known = listed.length > 0 ? listed : Object.keys(variants[0]?.options ?? {}).map(unlisted)
  if (known.length > MAX_OPTIONS)
    return misfit('options_mismatch', `a product has at most ${MAX_OPTIONS} options`)
  const wrong = findMisfit(known, variants) ?? findTwin(known, variants)
  return wrong ?? { ok: true, options: known.map((option) => withUsedValues(option, variants)) }
}

const unlisted = (name: string): Option => ({ name, values: [] })

function withUsedValues({ name, values }: Option, variants: readonly Variant[]): Option {
  const used = new Set(variants.map(({ options }) => options[name] ?? ''))
  return { name, values: [...new Set([...values.filter((value) => used.has(value)), ...used])] }
}

function findMisfit(known: readonly Option[], variants: readonly Variant[]): Misfit | undefined {
  for (const { sku, options } of variants) {
    const missing = known.find(({ name }) => !Object.hasOwn(options, name))
    const extra = Object.keys(options).find((name) => !known.some((option) => option.name === name))
    if (missing) return misfit('options_mismatch', `${sku} has no value for ${missing.name}`)
    if (extra !== undefined) return misfit('options_mismatch', `${sku}: the product has no option ${extra}`)
  }
  return undefined
}

function findTwin(known: readonly Option[], variants: readonly Variant[]): Misfit | undefined {
  if (known.length === 0) return undefined
  const seen = new Map<string, string>()
  for (const { sku, options } of variants) {
    const key = JSON.stringify(known.map(({ name }) => options[name]?.toLowerCase()))
    const twin = seen.get(key)
    if (twin !== undefined) return misfit('duplicate_variant', `${twin} and ${sku} have the same options`)
    seen.set(key, sku)
  }
  return undefined
}
