import type { Seat } from './lay-out.ts'
import type { Road } from './roads.ts'

export interface Curve {
  /** As `d` of an SVG path. */
  readonly path: string
  /** Where something can be written beside it. */
  readonly middle: { readonly x: number; readonly y: number }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Calls and events, there and back, keep apart where they leave and arrive. */
const LANE = 7
const laneOf = (kind: Road['kind'], isBack: boolean): number =>
  (kind === 'call' ? -1 : 1) * LANE * (isBack ? 2 : 1)

/** A road from one node’s side to another’s; within a layer it goes around on the right. */
export function curveBetween(from: Seat, to: Seat, kind: Road['kind']): Curve {
  const isLoop = from.layer === to.layer
  const isBack = from.layer > to.layer
  const lane = laneOf(kind, isBack || (isLoop && from.y > to.y))
  const start = { x: from.x + ((isBack ? -1 : 1) * from.width) / 2, y: from.y + lane }
  const end = { x: to.x + ((isBack || isLoop ? 1 : -1) * to.width) / 2, y: to.y + lane }
  const bow = isLoop ? 26 + Math.abs(to.y - from.y) * 0.12 : Math.max(36, Math.abs(end.x - start.x) * 0.45)
  const leaving = { x: start.x + (isBack ? -bow : bow), y: start.y }
  const arriving = { x: end.x + (isBack || isLoop ? bow : -bow), y: end.y }
  return {
    path: `M${at(start)}C${at(leaving)} ${at(arriving)} ${at(end)}`,
    middle: midway([start, leaving, arriving, end]),
  }
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`

/** Half the way along a cubic curve. */
const midway = ([a, b, c, d]: readonly [Point, Point, Point, Point]): Point => ({
  x: (a.x + 3 * b.x + 3 * c.x + d.x) / 8,
  y: (a.y + 3 * b.y + 3 * c.y + d.y) / 8,
})
