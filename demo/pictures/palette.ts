/** The room a department's things are photographed in. */
export interface Palette {
  readonly wall: string
  readonly floor: string
  /** The painted shapes behind the thing; the one that sets it off best is taken. */
  readonly accents: readonly string[]
}

const palettes: ReadonlyMap<string, Palette> = new Map([
  ['Home & Kitchen', { wall: '#f4eadd', floor: '#e7d5c0', accents: ['#e6b497', '#f3d9b8', '#b9c3b0'] }],
  ['Living', { wall: '#ebede4', floor: '#d7dacb', accents: ['#b8c4ab', '#ecd9bd', '#d9b8a2'] }],
  ['Apparel', { wall: '#f2e9e6', floor: '#e4d4cf', accents: ['#dfbbb0', '#d3d0dc', '#ecdcc4'] }],
  ['Garden & Outdoor', { wall: '#e5eeea', floor: '#cbdad2', accents: ['#9fc0b2', '#f0dcae', '#dcc0a8'] }],
  ['Desk & Paper', { wall: '#eaeef3', floor: '#d4dce7', accents: ['#afc0d7', '#f0d9c6', '#d2d6c2'] }],
  ['Food & Tea', { wall: '#f8efd9', floor: '#ecdcb8', accents: ['#e9c97c', '#dfb79a', '#c3cba6'] }],
])

/** The department's palette; throws for a department that has none. */
export function paletteOf(department: string): Palette {
  const palette = palettes.get(department)
  if (!palette) throw new Error(`no palette for ${department}`)
  return palette
}
