export interface Walked<State> {
  readonly reached: number
  /** Names of the states from which no end can be reached. */
  deadEnds(isEnd: (state: State) => boolean): string[]
}

/** Every state that can be reached, breadth first; `nameOf` tells which ones are the same. */
export function walk<State>(
  first: State,
  movesOf: (state: State) => readonly State[],
  nameOf: (state: State) => string,
): Walked<State> {
  const states = new Map([[nameOf(first), first]])
  const cameFrom = new Map<string, Set<string>>()
  // A map hands out what is added to it while it is walked, in that order.
  for (const [name, state] of states) {
    for (const next of movesOf(state)) {
      const to = nameOf(next)
      if (!states.has(to)) states.set(to, next)
      cameFrom.set(to, (cameFrom.get(to) ?? new Set()).add(name))
    }
  }
  return {
    reached: states.size,
    deadEnds(isEnd) {
      const good = new Set([...states].flatMap(([name, state]) => (isEnd(state) ? [name] : [])))
      for (const name of good) for (const before of cameFrom.get(name) ?? []) good.add(before)
      return [...states.keys()].filter((name) => !good.has(name))
    },
  }
}
