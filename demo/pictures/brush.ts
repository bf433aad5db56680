import type { Surface } from '../catalog/shape.ts'
import type { Ink } from './ink.ts'
import { fill } from './shapes.ts'
import { linear, type Sheet } from './sheet.ts'
import { texture } from './texture.ts'

/** What a drawing works with: its colours, its surface, and the sheet it is drawn on. */
export interface Brush {
  readonly ink: Ink
  /** The second material: a wooden handle, a leather strap, the soil in a pot. */
  readonly trim: Ink
  readonly surface: Surface
  readonly sheet: Sheet
  /** Seeds the small irregularities, so that one thing has the same ones in each of its pictures. */
  readonly seed: string
}

/**
 * How one kind of thing is drawn, about an origin: `stands` has it on the ground below the thing, `hangs` at the
 * point it hangs from, `lies` in its middle. `size` is what it covers, `[width, height]`.
 */
export interface Form {
  readonly stance: 'stands' | 'hangs' | 'lies'
  readonly size: readonly [number, number]
  draw(brush: Brush): string
}

/** Shading of something round and upright. */
export function round({ sheet, ink }: Brush, tone: Ink = ink): string {
  return linear(sheet, [
    [0, tone.base],
    [0.24, tone.light],
    [0.58, tone.base],
    [1, tone.dark],
  ])
}

/** Shading of something flat, lit from the upper left. */
export function slope({ sheet, ink }: Brush, tone: Ink = ink): string {
  return linear(
    sheet,
    [
      [0, tone.light],
      [0.5, tone.base],
      [1, tone.dark],
    ],
    48,
  )
}

/** A shape painted round, with the surface's texture over it. */
export function solid(brush: Brush, d: string): string {
  return fill(d, round(brush)) + textured(brush, d)
}

/** A shape painted flat, with the surface's texture over it. */
export function cloth(brush: Brush, d: string): string {
  return fill(d, slope(brush)) + textured(brush, d)
}

function textured(brush: Brush, d: string): string {
  const paint = texture(brush)
  return paint === undefined ? '' : fill(d, paint)
}
