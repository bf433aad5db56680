import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type DatabaseAddress } from '../database/connect.ts'
import { asReader, databaseName, entry } from '../database/provision.ts'
import type { ServiceDefinition } from '../service/definition.ts'
import { kitMigrations } from '../service/migrations.ts'
import { prepareService } from '../service/prepare-service.ts'

const ROLE_PASSWORD = 'test'
const PASSWORDS = { service: ROLE_PASSWORD, reader: ROLE_PASSWORD }
let count = 0

export interface TestDatabase {
  readonly address: DatabaseAddress
  /** The same, for whoever only reads. */
  readonly reader: DatabaseAddress
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
    if (!found) await makeTemplate(cluster, { name, migrations }, template)
    await owner.unsafe(`create database ${database} template ${template}`)
    await owner.unsafe(entry(database, name))
  } finally {
    await owner`select pg_advisory_unlock(727004, hashtext(${name}))`
  }
  const address = { ...cluster, database, user: databaseName(name), password: ROLE_PASSWORD }
  return {
    address,
    reader: asReader(address, name, ROLE_PASSWORD),
    async drop() {
      await owner.unsafe(`drop database if exists ${database} with (force)`)
      await owner.end()
    },
  }
}

/** Prepared as in production, so that what a role may not do there is refused in a test as well. */
async function makeTemplate(
  cluster: DatabaseAddress,
  definition: Pick<ServiceDefinition, 'name' | 'migrations'>,
  template: string,
) {
  const owner = connect(cluster, { connections: 1 })
  const database = `${template}_making`
  await owner.unsafe(`create database ${database}`)
  await prepareService({ ...cluster, database }, definition, PASSWORDS)
  await owner.unsafe(`alter database ${database} rename to ${template}`)
  await owner.end()
}

function hashOf(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 12)
}
