/** A colour with the shades an illustrator would mix for it: light falls from the upper left. */
export interface Ink {
  readonly base: string
  readonly light: string
  readonly pale: string
  readonly dark: string
  readonly deep: string
  /** What reads on top of it: a paler mark on dark colours, a darker one on light colours. */
  readonly mark: string
}

const daylight = '#fffaf0'
const shadow = '#2b2433'

export function ink(hex: string): Ink {
  const bright = luminance(hex) > 0.42
  return {
    base: hex,
    light: mix(hex, daylight, 0.22),
    pale: mix(hex, daylight, 0.55),
    dark: mix(hex, shadow, 0.2),
    deep: mix(hex, shadow, 0.42),
    mark: bright ? mix(hex, shadow, 0.26) : mix(hex, daylight, 0.36),
  }
}

/** `share` of the second colour in the first, channel by channel. */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to)
  const mixed = channels(from).map((value, i) => Math.round(value + ((target[i] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** How far apart two colours look, roughly: 0 for the same, about 765 for black and white. */
export function distance(a: string, b: string): number {
  const other = channels(b)
  return channels(a).reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex)
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))
}
