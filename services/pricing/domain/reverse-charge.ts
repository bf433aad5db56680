/** Where VAT is one system (Council Directive 2006/112/EC): ISO 3166-1 alpha-2. */
const EUROPEAN_UNION = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

interface Sale {
  /** The shop’s country. */
  readonly home: string | undefined
  readonly destination: string | undefined
  /** Its country first, as tax offices write it: Greece is `EL`. */
  readonly taxId: string | undefined
}

/**
 * Whether the buyer owes the tax: a business of one member state buys from another, and the goods leave the shop’s
 * (Directive 2006/112/EC, article 138).
 */
export function isReverseCharged({ home, destination, taxId }: Sale): boolean {
  if (!home || !destination || !taxId) return false
  const prefix = taxId.slice(0, 2)
  const buyer = prefix === 'EL' ? 'GR' : prefix
  return (
    [home, destination, buyer].every((one) => EUROPEAN_UNION.has(one)) &&
    destination !== home &&
    buyer !== home
  )
}
