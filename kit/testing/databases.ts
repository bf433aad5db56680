import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type DatabaseAddress } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { databaseName, grantRows, provision } from '../database/provision.ts'
import type { ServiceDefinition } from '../service/definition.ts'
import { kitMigrations } from '../service/migrations.ts'

const ROLE_PASSWORD = 'test'
let count = 0

export interface TestDatabase {
  readonly address: DatabaseAddress
  drop(): Promise<void>
}

/**
 * A database of its own for one test file: cloned from a template that is migrated once per state of the
 * migrations, and entered with the service's own role.
 */
export async function cloneDatabase(
  cluster: DatabaseAddress,
  { name, migrations }: Pick<ServiceDefinition, 'name' | 'migrations'>,
): Promise<TestDatabase> {
  const owner = connect(cluster, { connections: 1 })
  const folders = [kitMigrations, migrations]
  const template = `template_${name}_${hashOf(folders)}`
  const database = `test_${name}_${process.pid}_${++count}`
  // Another worker may be making the same template, which takes longer than a statement usually may wait.
  await owner`set lock_timeout = 0`
  await owner`select pg_advisory_lock(727004, hashtext(${name}))`
  try {
    const [found] = await owner`select 1 from pg_database where datname = ${template}`
    if (!found) await makeTemplate(cluster, { name, template, folders })
    await owner.unsafe(`create database ${database} template ${template}`)
  } finally {
    await owner`select pg_advisory_unlock(727004, hashtext(${name}))`
  }
  return {
    address: { ...cluster, database, user: databaseName(name), password: ROLE_PASSWORD },
    async drop() {
      await owner.unsafe(`drop database if exists ${database} with (force)`)
      await owner.end()
    },
  }
}

async function makeTemplate(
  cluster: DatabaseAddress,
  made: { name: string; template: string; folders: string[] },
) {
  const owner = connect(cluster, { connections: 1 })
  await provision(owner, made.name, ROLE_PASSWORD)
  await owner.unsafe(`create database ${made.template}_making`)
  const inside = connect({ ...cluster, database: `${made.template}_making` }, { connections: 1 })
  await grantRows(inside, made.name)
  await migrate(inside, made.folders)
  await inside.end()
  await owner.unsafe(`alter database ${made.template}_making rename to ${made.template}`)
  await owner.end()
}

function hashOf(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 12)
}
