import type { DatabaseAddress, Sql } from './connect.ts'

/** The database and the role of a service; both carry its name. */
export const databaseName = (service: string) => `souk_${service}`

/**
 * Creates what is missing of a service's database and role, as the cluster's owner. The role may read
 * and write rows there and nothing else: no tables of its own making, no other database.
 */
export async function provision(cluster: Sql, service: string, password: string): Promise<void> {
  const name = databaseName(service)
  const [found] = await cluster`
    select exists (select from pg_roles where rolname = ${name}) as role,
           exists (select from pg_database where datname = ${name}) as database`
  const quoted = `'${password.replaceAll("'", "''")}'`
  await cluster.unsafe(`${found?.role ? 'alter' : 'create'} role ${name} login password ${quoted}`)
  if (!found?.database) await cluster.unsafe(`create database ${name}`)
  await cluster.unsafe(
    `revoke all on database ${name} from public; grant connect on database ${name} to ${name}`,
  )
}

/** Run in the service's database by its owner, before migrations: tables made later can be used, not altered. */
export async function grantRows(owner: Sql, service: string): Promise<void> {
  const role = databaseName(service)
  await owner.unsafe(`
    revoke create on schema public from public;
    grant usage on schema public to ${role};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema public grant usage, select on sequences to ${role};`)
}

/** The same cluster, another database and role. */
export const addressFor = (cluster: DatabaseAddress, service: string, password: string): DatabaseAddress => ({
  ...cluster,
  database: databaseName(service),
  user: databaseName(service),
  password,
})
