import type { DatabaseAddress } from '@souk/kit/database'
import type { ServiceDefinition } from '@souk/kit/service'
import { startPostgres } from './postgres/start-postgres.ts'
import { prepareDatabases, readersOf } from './prepare-databases.ts'

/** Where each service enters its database, and where whoever only reads does, by service. */
export interface Prepared {
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  readonly readers: ReadonlyMap<string, DatabaseAddress>
}

/** What services keep what they know in. */
export interface Databases {
  /** Sees to it that every service has its database, its roles and its tables; passwords are derived from the secret. */
  prepare(services: readonly ServiceDefinition[], secret: string): Promise<Prepared>
  /** Settles when nobody will be answered any more. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export type OpenDatabases = (folder: string) => Promise<Databases>

/** Starts a PostgreSQL of the shop’s own in the folder. */
export const openOwnDatabases: OpenDatabases = async (folder) => {
  const { host, port, user, password, exited, stop } = await startPostgres({ dataFolder: folder })
  const cluster = { host, port, user, password, database: 'postgres' }
  return {
    async prepare(services, secret) {
      const databases = await prepareDatabases(cluster, services, secret)
      return { databases, readers: readersOf(databases, secret) }
    },
    ended: exited,
    stop,
  }
}
