import type { DatabaseAddress } from '@souk/kit/database'
import { addressFrom } from '@souk/kit/database'
import { type Setting, setting } from '@souk/kit/runtime'

/** The setting that says where a service’s database is, to whoever has to know several. */
export const databaseSettingOf = (service: string): string => `SOUK_DATABASE_URL_${service.toUpperCase()}`

/** Where the database of each service is, by service: all must be told. */
export const databaseSettings = (services: readonly string[]): Record<string, Setting<DatabaseAddress>> =>
  Object.fromEntries(
    services.map((service) => [
      service,
      setting(databaseSettingOf(service), `The database of ${service}, to be read.`, addressFrom),
    ]),
  )
