import {
  asReader,
  closeCluster,
  connect,
  createDatabase,
  type DatabaseAddress,
  databaseName,
  type RolePasswords,
} from '@souk/kit/database'
import { checkService, prepareService, type ServiceDefinition } from '@souk/kit/service'
import { derive } from './derive.ts'

/** Each role its own: who knows one enters one database. */
export const passwordsOf = (secret: string, service: string): RolePasswords => ({
  service: derive(secret, `role ${service}`),
  reader: derive(secret, `reader ${service}`),
})

/** The same databases for whoever only reads them, by service. */
export const readersOf = (
  databases: ReadonlyMap<string, Omit<DatabaseAddress, 'user' | 'password'>>,
  secret: string,
): Map<string, DatabaseAddress> =>
  new Map(
    [...databases].map(([service, address]) => [
      service,
      asReader(address, service, passwordsOf(secret, service).reader),
    ]),
  )

/**
 * Sees to it that every service has its database, its roles and its tables; returns their addresses by service. The
 * roles’ passwords are derived from the secret.
 */
export async function prepareDatabases(
  cluster: DatabaseAddress,
  services: readonly ServiceDefinition[],
  secret: string,
): Promise<Map<string, DatabaseAddress>> {
  const owner = connect(cluster, { connections: 1 })
  try {
    await closeCluster(owner)
    for (const { name } of services) await createDatabase(owner, name)
  } finally {
    await owner.end()
  }
  const inside = ({ name }: ServiceDefinition) => ({ ...cluster, database: databaseName(name) })
  // All are asked before one is changed: data that is refused stays as it was.
  await eachOf(services, (one) => checkService(inside(one), one))
  const addresses = await eachOf(services, (one) =>
    prepareService(inside(one), one, passwordsOf(secret, one.name)),
  )
  return new Map(services.map(({ name }, index) => [name, addresses[index] as DatabaseAddress]))
}

/** Each is waited for, also when one refuses: the database must not be stopped under the others. */
export async function eachOf<T, Made>(all: readonly T[], work: (one: T) => Promise<Made>): Promise<Made[]> {
  const ended = await Promise.allSettled(all.map(work))
  const refused = ended.find((one) => one.status === 'rejected')
  if (refused) throw refused.reason
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
