import { connect, type DatabaseAddress, type Sql } from '../database/connect.ts'
import { checkMigrations, migrate } from '../database/migrate.ts'
import { admit, databaseName, type RolePasswords } from '../database/provision.ts'
import type { ServiceDefinition } from './definition.ts'
import { kitMigrations } from './migrations.ts'

type Tables = Pick<ServiceDefinition, 'name' | 'migrations'>

/** Throws MigrationRefused where `prepareService` would, and changes nothing; `owner` is an address in its database. */
export const checkService = (owner: DatabaseAddress, { migrations }: Tables): Promise<void> =>
  asOwner(owner, (sql) => checkMigrations(sql, [kitMigrations, migrations]))

/**
 * Gives a service what it needs in a database that is there: its role and its reader with these passwords, rights on
 * rows and nothing else, and its tables brought forward. `owner` may make roles and owns the database, or is a superuser. May be done
 * again, and by several at once. Returns where the service enters. Throws MigrationRefused and RoleRefused.
 */
export async function prepareService(
  owner: DatabaseAddress,
  { name, migrations }: Tables,
  passwords: RolePasswords,
): Promise<DatabaseAddress> {
  await asOwner(owner, async (sql) => {
    await admit(sql, name, passwords)
    await migrate(sql, [kitMigrations, migrations])
  })
  return { ...owner, user: databaseName(name), password: passwords.service }
}

async function asOwner<T>(owner: DatabaseAddress, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(owner, { connections: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
