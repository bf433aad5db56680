/** A list with one of its items somewhere else. */
export function moved<Item>(list: readonly Item[], { from, to }: { from: number; to: number }): Item[] {
  const without = list.filter((_, index) => index !== from)
  const item = list[from]
  return item === undefined ? [...list] : [...without.slice(0, to), item, ...without.slice(to)]
}
