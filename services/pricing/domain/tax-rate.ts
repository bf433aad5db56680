export interface TaxRate {
  id: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** `null` holds in the whole country. */
  region: string | null
  /** How postal codes begin; `null` holds for all. */
  postalCode: string | null
  taxClass: string
  name: string
  /** Millionths: 19 % is 190 000. */
  rate: number
  priority: number
  version: number
}

export interface Place {
  country: string
  region?: string | undefined
  postalCode?: string | undefined
}

export const STANDARD = 'standard'
/** Goods nobody taxes, wherever they go. */
const EXEMPT = 'exempt'

/** The rates of a place, the deciding ones first: higher priority, the longer postal code, the region's before the country's. */
export const ratesAt = (place: Place | undefined, rates: readonly TaxRate[]): TaxRate[] =>
  place === undefined
    ? []
    : rates
        .filter(
          (rate) => rate.country === place.country && isWithin(place, rate.region) && isNear(place, rate),
        )
        .sort(decidingFirst)

const decidingFirst = (a: TaxRate, b: TaxRate): number =>
  b.priority - a.priority ||
  (b.postalCode ?? '').length - (a.postalCode ?? '').length ||
  Number(a.region === null) - Number(b.region === null)

/** `sw1a 1aa` begins as `SW1` does. */
const isNear = ({ postalCode = '' }: Place, rate: TaxRate): boolean =>
  rate.postalCode === null || postalCode.replaceAll(/\s/g, '').toUpperCase().startsWith(rate.postalCode)

/** Which of a place's rates a class pays: its own, or the standard one where the place knows no such class. */
export const rateFor = (taxClass: string, local: readonly TaxRate[]): TaxRate | undefined =>
  taxClass === EXEMPT
    ? undefined
    : (local.find((rate) => rate.taxClass === taxClass) ?? local.find((rate) => rate.taxClass === STANDARD))

/** `CA`, `ca` and ISO 3166-2's `US-CA` are the same region. */
function isWithin({ country, region }: Place, wanted: string | null): boolean {
  if (wanted === null) return true
  const given = region?.trim().toUpperCase()
  return given === wanted.toUpperCase() || given === `${country}-${wanted.toUpperCase()}`
}

export type TaxRateChange = {
  [Field in Exclude<keyof TaxRate, 'id' | 'version'>]?: TaxRate[Field] | undefined
}

/** Fields left out stay as they are; `region: null` is given, and means the whole country, as with postal codes. */
export const change = (before: TaxRate, given: TaxRateChange): TaxRate => ({
  id: before.id,
  country: given.country ?? before.country,
  region: given.region === undefined ? before.region : given.region,
  postalCode: given.postalCode === undefined ? before.postalCode : given.postalCode,
  taxClass: given.taxClass ?? before.taxClass,
  name: given.name ?? before.name,
  rate: given.rate ?? before.rate,
  priority: given.priority ?? before.priority,
  version: before.version + 1,
})
