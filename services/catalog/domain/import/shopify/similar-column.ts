import { columnKey, columnNames } from './columns.ts'

/** The column a misspelt header cell most likely meant: at most two letters added, dropped, changed. */
export function similarColumn(name: string): string | undefined {
  const key = columnKey(name)
  if (key.length < 5 || key.length > 40) return undefined
  const candidates = Object.values(columnNames).flat()
  const near = candidates.map((candidate) => ({ candidate, edits: edits(key, columnKey(candidate)) }))
  near.sort((a, b) => a.edits - b.edits)
  return near[0] && near[0].edits <= 2 ? near[0].candidate : undefined
}

/** Levenshtein distance, row by row. */
function edits(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const changed = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(changed, above[column]! + 1, current[column - 1]! + 1))
    }
    above = current
  }
  return above[to.length]!
}
