import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql, Transaction } from './connect.ts'

interface Migration {
  name: string
  statements: string
  checksum: string
}

/** Thrown where going on would harm data: one sentence for the operator. */
export class MigrationRefused extends Error {}

/**
 * Brings a database forward: files of the folders in the order given, each once, each in a transaction,
 * under one advisory lock so that replicas may start together. Never backward: a database that has
 * migrations this code does not know is newer and left untouched.
 */
export async function migrate(sql: Sql, folders: readonly string[]): Promise<void> {
  const migrations = (await Promise.all(folders.map(readMigrations))).flat()
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(727001)`
    await tx`create table if not exists migration (name text primary key, checksum text not null, at timestamptz not null default now())`
    const applied = await tx<{ name: string; checksum: string }[]>`select name, checksum from migration`
    refuseIfNewer(migrations, applied)
    const known = new Map(applied.map(({ name, checksum }) => [name, checksum]))
    for (const one of migrations) await apply(tx as Transaction, one, known.get(one.name))
  })
}

/** Refuses what `migrate` would refuse, and changes nothing: asked of all databases before the first is migrated. */
export async function checkMigrations(sql: Sql, folders: readonly string[]): Promise<void> {
  const [found] = await sql<{ isThere: boolean }[]>`select to_regclass('migration') is not null as "isThere"`
  if (!found?.isThere) return
  const migrations = (await Promise.all(folders.map(readMigrations))).flat()
  const applied = await sql<{ name: string; checksum: string }[]>`select name, checksum from migration`
  refuseIfNewer(migrations, applied)
  const known = new Map(applied.map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of migrations) refuseIfChanged(name, checksum, known.get(name))
}

function refuseIfChanged(name: string, checksum: string, before: string | undefined) {
  if (before !== undefined && before !== checksum)
    throw new MigrationRefused(`migration ${name} was changed after it had been applied`)
}

async function apply(tx: Transaction, { name, statements, checksum }: Migration, before: string | undefined) {
  if (before === checksum) return
  refuseIfChanged(name, checksum, before)
  await tx.unsafe(statements)
  await tx`insert into migration (name, checksum) values (${name}, ${checksum})`
}

function refuseIfNewer(migrations: Migration[], applied: readonly { name: string }[]) {
  const names = new Set(migrations.map(({ name }) => name))
  const unknown = applied.find(({ name }) => !names.has(name))
  if (unknown) {
    throw new MigrationRefused(
      `the data was written by a newer version of Souk (it has migration ${unknown.name})`,
    )
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const statements = await readFile(join(folder, name), 'utf8')
      return { name, statements, checksum: createHash('sha256').update(statements).digest('hex') }
    }),
  )
}
