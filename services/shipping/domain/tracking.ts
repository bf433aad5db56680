/** Crockford's base32: nothing in it is mistaken for something else when read out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4

/** How many random bytes a tracking number is made of. */
export const TRACKING_BYTES = 12

/** A number people can read out, such as `7Q2M-K0ZD-81RV`; one character per byte. */
export function trackingNumber(bytes: Uint8Array): string {
  const characters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length])
  return characters
    .map((character, index) => (index > 0 && index % GROUP === 0 ? `-${character}` : character))
    .join('')
}

/** Where a parcel can be followed. An example page until the shop's carriers are set up: no real carrier is named. */
export const trackingUrl = (carrier: string, number: string): string =>
  `https://tracking.example/${segment(carrier)}/${segment(number)}`

/** Halves of a surrogate pair cannot be written in a URL. */
const segment = (text: string): string => encodeURIComponent(text.toWellFormed())
