import { readSettings, type Setting, setting } from '@souk/kit/runtime'
import { Fault } from '../embedded/sentence.ts'

/** A setting that each of several has for itself, such as `SOUK_DATABASE_URL_CARTS`. */
export interface SettingOfEach<T> {
  readonly prefix: string
  readonly describes: string
  readonly read: (given: string) => T
}

export const nameFor = ({ prefix }: Pick<SettingOfEach<unknown>, 'prefix'>, name: string): string =>
  `${prefix}_${name.toUpperCase()}`

/** As the reference shows it. */
export const settingOfAny = <T>(of: SettingOfEach<T>): Setting<T> =>
  setting(`${of.prefix}_…`, of.describes, of.read, '')

interface Told {
  readonly names: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What each is told, by its name. Throws a Fault that names what is missing or wrong. */
export function readEach<T>(of: SettingOfEach<T>, { names, environment }: Told): Map<string, T> {
  const table: Record<string, Setting<T>> = Object.fromEntries(
    names.map((name) => [name, setting(nameFor(of, name), of.describes, of.read)]),
  )
  try {
    return new Map(Object.entries(readSettings(table, environment)))
  } catch (fault) {
    throw new Fault(`${(fault as Error).message}.`)
  }
}

/** What each is told; nothing where none is told anything. Throws a Fault where some are told and some are not. */
export function readAllOrNone<T>(of: SettingOfEach<T>, told: Told): Map<string, T> | undefined {
  const missing = told.names.map((name) => nameFor(of, name)).filter((name) => !told.environment[name])
  if (missing.length === told.names.length) return undefined
  if (missing.length === 0) return readEach(of, told)
  throw new Fault(
    `${of.prefix}_… is to be given for all or for none, and ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
  )
}
