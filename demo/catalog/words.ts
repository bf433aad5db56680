const small = new Set([
  'of',
  'and',
  'the',
  'with',
  'set',
  'two',
  'three',
  'au',
  'de',
  'a',
  'for',
  'not',
  'cm',
])

/** The words of a title in plain ASCII lower case: `Crème Bowl, Weiß` → crème is creme, ß is ss, ø is o. */
function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The title as it stands in an address. */
export function slug(title: string): string {
  return plainWords(title).join('-')
}

/** A readable code for a product: `Linen Shirt, Band Collar` → LIN-SHIRT-BND. */
export function productCode(title: string): string {
  const [first = '', second = '', ...rest] = plainWords(title).filter((word) => !small.has(word))
  return [first.slice(0, 3), second.slice(0, 5), ...rest.slice(0, 1).map(skeleton)]
    .filter((part) => part !== '')
    .join('-')
    .toUpperCase()
}

/** A short code for an option's value: `Small` → S, `250 g` → 250G, `50 × 70 cm` → 50X70, `Lined` → LIN. */
export function valueCode(value: string): string {
  const sizes: Readonly<Record<string, string>> = { Small: 'S', Medium: 'M', Large: 'L' }
  if (sizes[value]) return sizes[value]
  const plain = value
    .toUpperCase()
    .replaceAll('×', 'X')
    .replace(/[^A-Z0-9]/g, '')
  return /\d/.test(plain)
    ? plain.replace(/^([A-Z]*?)(?:BOXOF|SETOF|PACKOF)/, '$1').slice(0, 5)
    : plain.slice(0, 3)
}

function skeleton(word: string): string {
  const bones = word.charAt(0) + word.slice(1).replace(/[aeiouy]/g, '')
  return (bones.length < 3 ? word : bones).slice(0, 3)
}
