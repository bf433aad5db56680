import { pick, type Random } from '../catalog/random.ts'
import { arch, corner, diagonal, disc, panel, sheetOfPaper, sun } from './backcloth.ts'
import { distance, mix } from './ink.ts'
import { daylight, foliage, nothing } from './light.ts'
import type { Palette } from './palette.ts'
import { box, fill, oval } from './shapes.ts'
import { linear, radial, type Sheet } from './sheet.ts'

export interface Room {
  readonly palette: Palette
  /** The thing's own colour, which the shape behind it must not swallow. */
  readonly subject: string
  readonly sheet: Sheet
  readonly random: Random
}

/** Where the wall meets the floor, and where a standing thing's foot is. */
const horizon = 700
export const ground = 815

/** A wall, a floor, and one painted shape behind the place where the thing will stand. */
export function stage(room: Room): string {
  const { sheet, palette } = room
  const floor = linear(
    sheet,
    [
      [0, mix(palette.floor, '#ffffff', 0.12)],
      [1, mix(palette.floor, '#3a2f3a', 0.09)],
    ],
    90,
  )
  return (
    wall(room) +
    pick(room.random, [disc, arch, sun, panel, arch])(accent(room)) +
    box([0, horizon, 800, 300], floor) +
    box([0, horizon, 800, 3], '#ffffff55') +
    pick(room.random, [daylight, foliage, nothing, daylight])(room)
  )
}

/** A plain wall with something painted on it, for what hangs. */
export function backdrop(room: Room): string {
  return (
    wall(room) +
    pick(room.random, [disc, arch, panel])(accent(room)) +
    pick(room.random, [daylight, foliage, nothing])(room)
  )
}

/** A table seen from above, for what lies. */
export function table(room: Room): string {
  return (
    wall(room) +
    pick(room.random, [corner, disc, sheetOfPaper, diagonal])(accent(room)) +
    pick(room.random, [daylight, foliage, nothing])(room)
  )
}

/** One colour filling the frame, for a close view. */
export function plain(room: Room): string {
  const tone = accent(room)
  return (
    box(
      [0, 0, 800, 1000],
      linear(
        room.sheet,
        [
          [0, mix(tone, '#ffffff', 0.34)],
          [1, mix(tone, '#3a2f3a', 0.04)],
        ],
        60,
      ),
    ) + daylight(room)
  )
}

/** A surface across the frame below `edge`, for a close view to stand on. */
export function tableTop({ sheet, palette }: Room, edge: number): string {
  const top = linear(
    sheet,
    [
      [0, mix(palette.floor, '#ffffff', 0.2)],
      [1, mix(palette.floor, '#3a2f3a', 0.06)],
    ],
    90,
  )
  return box([0, edge, 800, 1000 - edge], top) + box([0, edge, 800, 3], '#ffffff55')
}

/** The shadow a standing thing of that width leaves on the floor, about its foot. */
export function groundShadow(sheet: Sheet, width: number): string {
  const soft = radial(sheet, [
    [0, '#2b243366'],
    [0.55, '#2b243328'],
    [1, '#2b243300'],
  ])
  const cast = linear(sheet, [
    [0, '#2b243330'],
    [1, '#2b243300'],
  ])
  const half = width / 2
  return (
    fill(
      `M${-half * 0.7} 6C${half * 0.2} -26 ${half * 1.3} -44 ${half * 2} -34C${half * 1.9} -4 ${half} 24 ${-half * 0.2} 22Z`,
      cast,
    ) + oval([half * 0.06, 4, half * 1.16, Math.max(13, half * 0.13)], soft)
  )
}

function wall({ sheet, palette }: Room): string {
  return box(
    [0, 0, 800, 1000],
    linear(
      sheet,
      [
        [0, mix(palette.wall, '#ffffff', 0.45)],
        [1, palette.wall],
      ],
      60,
    ),
  )
}

function accent({ palette, subject, random }: Room): string {
  const apart = palette.accents.filter((tone) => distance(tone, subject) >= 125)
  const byContrast = palette.accents.toSorted((a, b) => distance(b, subject) - distance(a, subject))
  return apart.length > 0 ? pick(random, apart) : (byContrast[0] ?? palette.wall)
}
