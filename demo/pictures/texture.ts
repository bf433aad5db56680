import { seeded } from '../catalog/random.ts'
import type { Surface } from '../catalog/shape.ts'
import type { Ink } from './ink.ts'
import { box, dot, fill, stroke } from './shapes.ts'
import { linear, type Sheet, tile } from './sheet.ts'

type Textured = { readonly sheet: Sheet; readonly ink: Ink; readonly surface: Surface; readonly seed: string }

/** The paint that lays a surface's texture over its colour, or undefined for a plain surface. */
export function texture(on: Textured): string | undefined {
  return textures[on.surface]?.(on)
}

const textures: { readonly [S in Surface]?: (on: Textured) => string } = {
  stripe: ({ sheet, ink }) =>
    tile(sheet, [56, 56], box([0, 8, 56, 18], `${ink.mark}b0`) + box([0, 34, 56, 4], `${ink.mark}80`)),
  pinstripe: ({ sheet, ink }) =>
    tile(sheet, [26, 26], box([4, 0, 5, 26], `${ink.mark}a0`) + box([17, 0, 2, 26], `${ink.mark}50`)),
  check: ({ sheet, ink }) =>
    tile(
      sheet,
      [60, 60],
      box([0, 0, 28, 60], `${ink.mark}60`) +
        box([0, 0, 60, 28], `${ink.mark}60`) +
        box([42, 0, 3, 60], `${ink.pale}90`),
    ),
  plaid: ({ sheet, ink }) =>
    tile(
      sheet,
      [96, 96],
      box([0, 0, 34, 96], `${ink.deep}55`) +
        box([0, 0, 96, 34], `${ink.deep}55`) +
        box([60, 0, 5, 96], `${ink.pale}b0`) +
        box([0, 60, 96, 5], `${ink.pale}b0`) +
        box([74, 0, 3, 96], `${ink.mark}80`),
    ),
  weave: ({ sheet, ink }) =>
    tile(
      sheet,
      [16, 16],
      box([0, 0, 8, 4], `${ink.mark}48`) +
        box([8, 8, 8, 4], `${ink.mark}48`) +
        box([1, 6, 3, 8], `${ink.pale}40`),
    ),
  knit: ({ sheet, ink }) =>
    tile(
      sheet,
      [22, 20],
      stroke('M2 3L11 13L20 3', `${ink.mark}75`, 4) + stroke('M2 13L11 23L20 13', `${ink.pale}30`, 2),
    ),
  rib: ({ sheet, ink }) =>
    tile(sheet, [18, 18], box([0, 0, 5, 18], `${ink.mark}70`) + box([9, 0, 3, 18], `${ink.pale}38`)),
  cable: ({ sheet, ink }) =>
    tile(
      sheet,
      [74, 64],
      stroke(
        'M14 0C14 20 44 22 44 32S14 44 14 64M44 0C44 14 36 18 30 24M14 32C14 46 44 48 44 64M14 32C14 26 18 22 22 20',
        `${ink.mark}90`,
        5,
      ) + stroke('M60 0V64M68 0V64', `${ink.mark}50`, 3),
    ),
  fairisle: ({ sheet, ink }) =>
    tile(
      sheet,
      [64, 112],
      fill('M32 14L44 28L32 42L20 28ZM0 14L12 28L0 42ZM64 14L52 28L64 42Z', `${ink.mark}c0`) +
        box([0, 60, 64, 6], `${ink.mark}a0`) +
        fill(
          'M8 82h10v10h-10zM40 82h10v10h-10zM24 94h10v10h-10zM56 94h8v10h-8zM0 94h2v10h-2z',
          `${ink.mark}c0`,
        ),
    ),
  speckle: ({ sheet, ink, seed }) => {
    const random = seeded(seed)
    const specks = Array.from({ length: 22 }, () =>
      dot(
        Math.round(random() * 150),
        Math.round(random() * 150),
        round1(1.4 + random() ** 3 * 4.2),
        `${ink.mark}b0`,
      ),
    )
    return tile(sheet, [150, 150], specks.join(''))
  },
  dots: ({ sheet, ink }) =>
    tile(sheet, [48, 48], dot(12, 12, 6, `${ink.mark}c0`) + dot(36, 36, 6, `${ink.mark}c0`)),
  dip: ({ sheet, ink }) =>
    linear(
      sheet,
      [
        [0, '#f3e9d800'],
        [0.6, '#f3e9d800'],
        [0.602, '#efe3cfff'],
        [1, `${ink.pale}ff`],
      ],
      90,
    ),
  glaze: ({ sheet, ink }) =>
    linear(
      sheet,
      [
        [0, `${ink.deep}d8`],
        [0.3, `${ink.deep}90`],
        [0.5, `${ink.base}00`],
        [1, `${ink.pale}60`],
      ],
      90,
    ),
  wood: ({ sheet, ink }) =>
    tile(
      sheet,
      [260, 90],
      stroke(
        'M0 14C60 6 120 24 260 12M0 38C90 50 160 26 260 40M0 66C70 58 190 78 260 64',
        `${ink.mark}60`,
        2.5,
      ) + stroke('M70 26C100 20 130 30 150 26', `${ink.mark}45`, 2),
    ),
  leaf: ({ sheet, ink }) =>
    tile(
      sheet,
      [120, 120],
      fill('M20 60C20 30 40 14 52 10C54 36 44 54 20 60Z', `${ink.mark}90`) +
        fill('M78 112C66 92 72 74 82 64C94 78 94 98 78 112Z', `${ink.mark}90`) +
        fill('M70 30C86 20 100 24 110 34C96 44 80 42 70 30Z', `${ink.pale}80`) +
        stroke('M18 64C30 46 42 28 52 10M80 114C80 96 82 80 82 64', `${ink.mark}`, 2),
    ),
  hammer: ({ sheet, ink }) =>
    tile(
      sheet,
      [34, 34],
      dot(9, 9, 9, `${ink.pale}48`) +
        dot(10, 11, 7, `${ink.mark}38`) +
        dot(26, 26, 9, `${ink.pale}48`) +
        dot(27, 28, 7, `${ink.mark}38`),
    ),
  quilt: ({ sheet, ink }) =>
    tile(
      sheet,
      [64, 64],
      stroke('M0 0L64 64M64 0L0 64', `${ink.mark}70`, 3) +
        stroke('M3 -2L66 61M61 -2L-2 61', `${ink.pale}45`, 2),
    ),
  wave: ({ sheet, ink }) =>
    tile(sheet, [80, 40], stroke('M0 20C20 0 20 0 40 20S60 40 80 20', `${ink.mark}a0`, 5)),
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}
