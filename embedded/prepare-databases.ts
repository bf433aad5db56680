import { closeCluster, connect, createDatabase, type DatabaseAddress, databaseName } from '@souk/kit/database'
import { checkService, prepareService, type ServiceDefinition } from '@souk/kit/service'

/** Sees to it that every service has its database, its role and its tables; returns their addresses by service. */
export async function prepareDatabases(
  cluster: DatabaseAddress,
  services: readonly ServiceDefinition[],
  password: string,
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
  const addresses = await eachOf(services, (one) => prepareService(inside(one), one, password))
  return new Map(services.map(({ name }, index) => [name, addresses[index] as DatabaseAddress]))
}

/** Each is waited for, also when one refuses: the database must not be stopped under the others. */
async function eachOf<T, Made>(all: readonly T[], work: (one: T) => Promise<Made>): Promise<Made[]> {
  const ended = await Promise.allSettled(all.map(work))
  const refused = ended.find((one) => one.status === 'rejected')
  if (refused) throw refused.reason
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
