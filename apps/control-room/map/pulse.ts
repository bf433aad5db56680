/** Dots that run along a road: how many at once, and how long each takes. */
export interface Pulse {
  readonly dots: number
  readonly seconds: number
}

/** In steps, so that a rate that trembles starts nothing anew. */
const STEPS: readonly (readonly [atLeastPerSecond: number, pulse: Pulse])[] = [
  [20, { dots: 4, seconds: 1.4 }],
  [5, { dots: 3, seconds: 1.8 }],
  [1, { dots: 2, seconds: 2.4 }],
  [0, { dots: 1, seconds: 4 }],
]

/** More and quicker where more goes; none where nothing did. */
export function pulseOf(perSecond: number): Pulse | undefined {
  return perSecond > 0 ? STEPS.find(([atLeast]) => perSecond >= atLeast)?.[1] : undefined
}

/** How thick a road is drawn: ten times the traffic makes it as much thicker again. */
export const thicknessOf = (perSecond: number): number =>
  Math.round(Math.min(6, 1.2 + Math.log10(1 + perSecond * 10)) * 10) / 10
