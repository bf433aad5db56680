import {
  addressFor,
  checkMigrations,
  connect,
  type DatabaseAddress,
  grantRows,
  migrate,
  provision,
} from '@souk/kit/database'
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
  const tables = services.map((service) => tablesOf(cluster, service, password))
  try {
    // All are asked before one is changed: data that is refused stays as it was.
    await eachOf(tables, ({ check }) => check())
    await eachOf(tables, ({ bring }) => bring())
  } finally {
    await Promise.all(tables.map(({ close }) => close()))
  }
  return new Map(services.map(({ name }) => [name, addressFor(cluster, name, password)]))
}

/** Each is waited for, also when one refuses: the database must not be stopped under the others. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled(all.map(work))
  const refused = ended.find((one) => one.status === 'rejected')
  if (refused) throw refused.reason
}

function tablesOf(cluster: DatabaseAddress, { name, migrations }: ServiceDefinition, password: string) {
  const { database } = addressFor(cluster, name, password)
  const inside = connect({ ...cluster, database }, { connections: 1 })
  const folders = [kitMigrations, migrations]
  return {
    check: () => checkMigrations(inside, folders),
    async bring() {
      await grantRows(inside, name)
      await migrate(inside, folders)
    },
    close: () => inside.end(),
  }
}
