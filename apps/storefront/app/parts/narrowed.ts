interface Choice {
  readonly parameter: string
  readonly value: string
  /** One value of it at a time: another one takes its place. */
  readonly isAlone: boolean
}

/** An address with a value of a facet chosen, or given up where it was; the list begins again. */
export function narrowed(asked: URLSearchParams, { parameter, value, isAlone }: Choice): URLSearchParams {
  const next = new URLSearchParams(asked)
  next.delete('cursor')
  const chosen = asked.getAll(parameter)
  next.delete(parameter)
  const rest = isAlone ? [] : chosen.filter((one) => one !== value)
  for (const one of chosen.includes(value) ? rest : [...rest, value]) next.append(parameter, one)
  return next
}
