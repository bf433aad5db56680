/** The fields somebody changed, with what they are now. */
export function edited<Row extends object>(
  { before, after }: { before: Partial<Row> | undefined; after: Partial<Row> },
  fields: readonly (keyof Row & string)[],
): Partial<Row> {
  const changed: Partial<Row> = {}
  for (const field of fields)
    if (field in after && !isSame(before?.[field], after[field])) changed[field] = after[field]
  return changed
}

/** Whether two values read the same as JSON, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [ours, theirs] = [one, other] as [{ [key: string]: unknown }, { [key: string]: unknown }]
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  return [...keys].every((key) => isSame(ours[key], theirs[key]))
}
