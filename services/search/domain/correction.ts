/** A word products have, and how many of them. */
export interface Candidate {
  readonly word: string
  readonly count: number
}

const SHORTEST_CORRECTED = 3
const LONG = 5

/** The word that was most likely meant: with the fewest slips of the finger, then the one more products have. */
export function correct(typed: string, candidates: readonly Candidate[]): string | undefined {
  const most = typed.length < SHORTEST_CORRECTED ? 0 : typed.length < LONG ? 1 : 2
  const near = candidates
    .map((candidate) => ({ ...candidate, slips: slipsBetween(typed, candidate.word) }))
    .filter(({ slips }) => slips <= most)
  return near.sort((a, b) => a.slips - b.slips || b.count - a.count || (a.word < b.word ? -1 : 1))[0]?.word
}

/** Letters missed, added, wrong, or two swapped (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)]
      if (isSwapped) ways.push((beforeLast[j - 2] ?? 0) + 1)
      row.push(Math.min(...ways))
    }
    ;[beforeLast, last] = [last, row]
  }
  return last[other.length] ?? 0
}
