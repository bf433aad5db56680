export interface Arrow {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

const TEST = /\.(?:test|suite|journey)\.ts$|\/fixtures\//
const FOREIGN = /node_modules\/|^(?:node:)?[\w/]+$/

/**
 * Circles between rooms (`kit/saga`, `services/orders/store`), each once, as the way round. Arrows between a folder and
 * what is inside it do not count; inside the kit, nor does one of types alone; nor does a saga's to its service's
 * features: a feature begins the saga whose steps are features.
 */
export function folderCycles(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of arrows.filter(counts)) {
    const [a, b] = [roomOf(from), roomOf(to)]
    if (!isInside(a, b) && !isInside(b, a)) next.set(a, (next.get(a) ?? new Set()).add(b))
  }
  const circles = [...next].flatMap(([room, targets]) =>
    [...targets].flatMap((target) => {
      const back = wayBetween(target, room, next)
      return back ? [[room, ...back]] : []
    }),
  )
  const bySet = new Map(circles.map((circle) => [[...new Set(circle)].sort().join(), circle]))
  return [...bySet.values()]
}

function counts({ from, to, isTypeOnly }: Arrow): boolean {
  if (TEST.test(from) || FOREIGN.test(to)) return false
  if (from.startsWith('kit/') && isTypeOnly) return false
  return !(from.includes('/sagas/') && to.includes('/features/'))
}

const isInside = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`)

function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  return folders.slice(0, folders[0] === 'services' ? 3 : 2).join('/')
}

/** The shortest way from one room to another, both included. */
function wayBetween(from: string, to: string, next: ReadonlyMap<string, Set<string>>): string[] | undefined {
  const ways: string[][] = [[from]]
  const reached = new Set([from])
  for (let way = ways.shift(); way; way = ways.shift()) {
    const here = way.at(-1) as string
    if (here === to) return way
    for (const room of next.get(here) ?? []) {
      if (reached.has(room)) continue
      reached.add(room)
      ways.push([...way, room])
    }
  }
  return undefined
}
