import type { TopologyNode } from '../asking/answers.ts'

/** The middle of what stands there. */
export interface Seat {
  readonly id: string
  readonly layer: number
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Plan {
  readonly seats: ReadonlyMap<string, Seat>
  readonly width: number
  readonly height: number
}

/** As wide as the longest name, or as narrow as leaves room for roads. */
const NODE_WIDTH = { least: 108, most: 152, apart: 48 }
export const NODE_HEIGHT = 56
const ROW = 82
const MARGIN = 14

/**
 * Who stands where, from those who ask to those who overhear. An eye learns it: nobody moves because of traffic.
 * Whoever is not named here stands last among those who are asked, or among the strangers.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['browser'],
  ['gateway'],
  ['accounts', 'carts', 'orders', 'flags'],
  ['catalog', 'pricing', 'inventory', 'shipping', 'payments'],
  ['search', 'recommendations', 'notifications'],
  ['image-store', 'carrier', 'provider', 'mailer'],
]
const LAYER_OF_SERVICES = 3
const LAYER_OF_STRANGERS = LAYERS.length - 1

/** A place for each, the same for the same nodes in whatever order they come. */
export function layOut(nodes: readonly Pick<TopologyNode, 'id' | 'kind'>[], width: number): Plan {
  const layers = LAYERS.map((known, layer) => {
    const there = nodes.filter((node) => layerOf(node) === layer).map(({ id }) => id)
    return [...known.filter((id) => there.includes(id)), ...there.filter((id) => !known.includes(id)).sort()]
  })
  const height = Math.max(1, ...layers.map(({ length }) => length)) * ROW
  const wide = Math.floor((width - 2 * MARGIN) / layers.length) - NODE_WIDTH.apart
  const node = Math.min(NODE_WIDTH.most, Math.max(NODE_WIDTH.least, wide))
  const step = (width - node - 2 * MARGIN) / (layers.length - 1)
  const seats = layers.flatMap((ids, layer) =>
    ids.map((id, row) => ({
      ...{ id, layer, width: node },
      x: Math.round(MARGIN + node / 2 + layer * step),
      y: Math.round(height / 2 + (row - (ids.length - 1) / 2) * ROW),
    })),
  )
  return { seats: new Map(seats.map((seat) => [seat.id, seat])), width, height }
}

function layerOf({ id, kind }: Pick<TopologyNode, 'id' | 'kind'>): number {
  const known = LAYERS.findIndex((ids) => ids.includes(id))
  if (known >= 0) return known
  return kind === 'outside' ? LAYER_OF_STRANGERS : LAYER_OF_SERVICES
}
