import { checkVAT, countries } from 'jsvat-next'

/** A VAT number of the European Union as tax offices write it; nothing where its form or check digits are wrong. */
export function taxIdFrom(written: string): string | undefined {
  const { isValid, isSupportedCountry, value } = checkVAT(written.toUpperCase(), countries)
  return isValid && isSupportedCountry && value ? value : undefined
}
