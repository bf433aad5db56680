/** One setting of a program: read from the environment, described for the reference. */
export interface Setting<T> {
  readonly name: string
  readonly describes: string
  readonly fallback: string | undefined
  readonly read: (given: string) => T
}

export type Settings<S extends Record<string, Setting<unknown>>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never
}

/** Declares a setting; `read` throws a sentence when the text given does not fit. */
export const setting = <T>(
  name: string,
  describes: string,
  read: (given: string) => T,
  fallback?: string,
): Setting<T> => ({ name, describes, fallback, read })

/** Reads every setting or throws one error naming each that is missing or wrong. */
export function readSettings<S extends Record<string, Setting<unknown>>>(
  table: S,
  environment: Record<string, string | undefined>,
): Settings<S> {
  const wrong: string[] = []
  const read = Object.entries(table).map(([key, one]) => {
    const given = environment[one.name] ?? one.fallback
    if (given === undefined) {
      wrong.push(`${one.name} is missing: ${one.describes}`)
      return [key, undefined]
    }
    try {
      return [key, one.read(given)]
    } catch (error) {
      wrong.push(`${one.name}: ${error instanceof Error ? error.message : String(error)}`)
      return [key, undefined]
    }
  })
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  return Object.fromEntries(read) as Settings<S>
}
