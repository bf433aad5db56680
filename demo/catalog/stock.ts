import type { Random } from './random.ts'

/** How many lie in the warehouse: mostly between ten and two hundred, some nearly gone, a few sold out. */
export function quantity(random: Random): number {
  const fate = random()
  if (fate < 0.03) return 0
  if (fate < 0.1) return 1 + Math.floor(random() * 3)
  return 10 + Math.floor(random() ** 1.6 * 191)
}
