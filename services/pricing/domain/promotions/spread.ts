import { atMost, type Line, type Off } from './line.ts'

/**
 * Spreads an amount over lines by what is left of each, by largest remainder: the parts sum to the whole exactly, and
 * no line gets more than it has. Where remainders are equal, the dearer line and then the lower id is first.
 */
export function spread(wanted: bigint, lines: readonly Line[]): Off {
  const whole = lines.reduce((sum, { left }) => sum + left, 0n)
  if (whole === 0n) return new Map()
  const amount = atMost(wanted, whole)
  const parts = lines.map((line) => ({
    line,
    part: (amount * line.left) / whole,
    remainder: (amount * line.left) % whole,
  }))
  const missing = Number(amount - parts.reduce((sum, { part }) => sum + part, 0n))
  const byRemainder = [...parts].sort((a, b) => descending(a, b))
  const raised = new Set(byRemainder.slice(0, missing).map(({ line }) => line.id))
  return new Map(parts.map(({ line: { id }, part }) => [id, raised.has(id) ? part + 1n : part]))
}

interface Part {
  readonly line: Line
  readonly remainder: bigint
}

function descending(a: Part, b: Part): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1
  if (a.line.left !== b.line.left) return a.line.left > b.line.left ? -1 : 1
  return a.line.id < b.line.id ? -1 : 1
}
