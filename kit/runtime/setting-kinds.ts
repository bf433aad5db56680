/** Ways of reading a setting; each throws a sentence when the text given does not fit. */

export const oneOf =
  <const T extends string>(...allowed: T[]) =>
  (given: string): T => {
    const found = allowed.find((one) => one === given)
    if (found === undefined) throw new Error(`must be ${allowed.join(' or ')}, not "${given}"`)
    return found
  }

/** 0 takes any that is free. */
export const port = (given: string): number => {
  const value = Number(given)
  if (!/^\d+$/.test(given) || value > 65_535) throw new Error(`must be a port number, not "${given}"`)
  return value
}

export const share = (given: string): number => {
  const value = Number(given)
  if (!(value >= 0 && value <= 1)) throw new Error(`must be between 0 and 1, not "${given}"`)
  return value
}

export const count =
  (most: number) =>
  (given: string): number => {
    const value = Number(given)
    if (!/^\d+$/.test(given) || value > most)
      throw new Error(`must be a number from 0 to ${most}, not "${given}"`)
    return value
  }
