import { addressFor, connect, type DatabaseAddress, grantRows, migrate, provision } from '@souk/kit/database'
import { kitMigrations, type ServiceDefinition } from '@souk/kit/service'

/** Sees to it that every service has its database, its role and its tables; returns their addresses by service. */
export async function prepareDatabases(
  cluster: DatabaseAddress,
  services: readonly ServiceDefinition[],
  password: string,
): Promise<Map<string, DatabaseAddress>> {
  const owner = connect(cluster, { connections: 1 })
  try {
    for (const { name } of services) await provision(owner, name, password)
  } finally {
    await owner.end()
  }
  // Each is waited for, also when one refuses: the database must not be stopped under the others.
  const prepared = await Promise.allSettled(
    services.map((service) => prepareTables(cluster, service, password)),
  )
  const refused = prepared.find((one) => one.status === 'rejected')
  if (refused) throw refused.reason
  return new Map(services.map(({ name }) => [name, addressFor(cluster, name, password)]))
}

async function prepareTables(
  cluster: DatabaseAddress,
  { name, migrations }: ServiceDefinition,
  password: string,
): Promise<void> {
  const { database } = addressFor(cluster, name, password)
  const inside = connect({ ...cluster, database }, { connections: 1 })
  try {
    await grantRows(inside, name)
    await migrate(inside, [kitMigrations, migrations])
  } finally {
    await inside.end()
  }
}
