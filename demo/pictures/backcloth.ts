/** The painted shapes that stand behind a thing, each about the middle of the frame. */
import { mix } from './ink.ts'
import { at, box, dot, fill, stroke } from './shapes.ts'

export const disc = (tone: string) => dot(400, 430, 285, tone)
export const arch = (tone: string) =>
  fill('M150 1000V410a250 250 0 0 1 500 0V1000Z', tone) +
  stroke('M122 1000V410a278 278 0 0 1 556 0V1000', `${tone}90`, 5)
export const sun = (tone: string) =>
  fill('M30 700a300 300 0 0 1 600 0Z', tone) + dot(640, 210, 62, `${tone}90`)
export const panel = (tone: string) =>
  fill('M0 0H470V1000H0Z', `${tone}a8`) + fill('M470 0H482V1000H470Z', '#ffffff50')
export const corner = (tone: string) => fill('M800 330V1000H130A670 670 0 0 1 800 330Z', tone)
export const diagonal = (tone: string) => fill('M0 620L800 300V1000H0Z', `${tone}c0`)
export const sheetOfPaper = (tone: string) =>
  at(
    'rotate(-5 400 500)',
    box([128, 118, 560, 780], '#2b243316', 4),
    box([116, 104, 560, 780], mix(tone, '#ffffff', 0.25), 4),
  )
