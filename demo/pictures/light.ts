import type { Room } from './scene.ts'
import { at, fill, stroke } from './shapes.ts'
import { linear } from './sheet.ts'

/** Light through a window of six panes, falling aslant. */
export function daylight({ sheet, random }: Room): string {
  const light = linear(
    sheet,
    [
      [0, '#ffffff8c'],
      [1, '#ffffff20'],
    ],
    90,
  )
  const panes = [0, 1]
    .flatMap((column) => [0, 1, 2].map((row) => `M${column * 128} ${row * 196}h114v182h-114z`))
    .join('')
  return at(`translate(${random() < 0.5 ? 70 : 420} -40) skewX(-14) skewY(12)`, fill(panes, light))
}

/** The shadow of a branch outside the frame. */
export function foliage({ random }: Room): string {
  const leaf = (x: number, y: number, turn: number) =>
    at(`translate(${x} ${y}) rotate(${turn})`, fill('M0 0C28 -34 92 -38 132 0C92 30 28 28 0 0Z', '#3a4a4412'))
  const leaves = Array.from({ length: 7 }, (_, i) =>
    leaf(30 + i * 62, 60 + i * 44, (i % 2 === 0 ? -46 : 74) + Math.round(random() * 16)),
  )
  return at(
    random() < 0.5 ? 'translate(-60 -40)' : 'translate(860 -30) scale(-1 1)',
    stroke('M0 30C160 130 320 260 500 390', '#3a4a4412', 9),
    ...leaves,
  )
}

export const nothing = () => ''
