import type { DatabaseAddress, Sql } from './connect.ts'

/** The database and the role of a service; both carry its name. An operator's database may be called otherwise. */
export const databaseName = (service: string) => `souk_${service}`

/** The role that may read all a service keeps and change none of it: whoever proves the books enters as it. */
const readerName = (service: string) => `${databaseName(service)}_reader`

/** What the roles of a service enter its database with. */
export interface RolePasswords {
  readonly service: string
  readonly reader: string
}

/** Makes a service's database where it is missing, as somebody who may make databases. */
export async function createDatabase(cluster: Sql, service: string): Promise<void> {
  const name = databaseName(service)
  const [found] = await cluster`select 1 from pg_database where datname = ${name}`
  if (!found) await cluster.unsafe(`create database ${name}`)
}

/** On a cluster that is the shop's alone: its roles have nothing to look for in the databases it came with. */
export async function closeCluster(cluster: Sql): Promise<void> {
  await cluster.unsafe('revoke connect, temporary on database postgres, template1 from public')
}

/** Thrown where a role could do more than its service may: one sentence for the operator. */
export class RoleRefused extends Error {
  override name = 'RoleRefused'
}

/**
 * Makes a service's role and its reader where they are missing and lets them, and nobody else, into the database of
 * `owner`. There the one may read and write rows, the other read them, and neither may do anything else: no tables of
 * its own making, not even temporary ones, and no other database. To be done before migrations: it says what the roles
 * may do with tables made later. Throws RoleRefused.
 */
export async function admit(owner: Sql, service: string, passwords: RolePasswords): Promise<void> {
  const [role, reader] = [databaseName(service), readerName(service)]
  await owner.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(727001)`
    await tx.unsafe(await enteringWith(tx as unknown as Sql, role, passwords.service))
    await tx.unsafe(await enteringWith(tx as unknown as Sql, reader, passwords.reader))
    const [found] = await tx<{ database: string }[]>`select quote_ident(current_database()) as database`
    await tx.unsafe(entry(found?.database ?? '', service))
    await tx.unsafe(`
      revoke create on schema public from public;
      grant usage on schema public to ${role}, ${reader};
      grant select on all tables in schema public to ${reader};
      alter default privileges in schema public grant select on tables to ${reader};
      alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
      alter default privileges in schema public grant usage, select on sequences to ${role};`)
  })
}

interface FoundRole {
  isThere: boolean
  isOwner: boolean
  isMighty: boolean
  /** Whether the owner may make roles, and give them passwords. */
  mayMake: boolean
}

/** What gives the role its password; one the operator made keeps what he gave it. */
async function enteringWith(sql: Sql, role: string, password: string): Promise<string> {
  const [found] = await sql<FoundRole[]>`
    select r.oid is not null as "isThere", ${role} = current_user as "isOwner", o.rolsuper or o.rolcreaterole as "mayMake",
      r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
        or exists (select from pg_auth_members where member = r.oid) as "isMighty"
    from pg_roles o left join pg_roles r on r.rolname = ${role} where o.rolname = current_user`
  const refusal = found && refusalOf(found, role)
  if (refusal) throw new RoleRefused(refusal)
  if (!found?.mayMake) return ''
  return `${found.isThere ? 'alter' : 'create'} role ${role} login password '${password.replaceAll("'", "''")}'`
}

function refusalOf({ isThere, isOwner, isMighty, mayMake }: FoundRole, role: string): string | undefined {
  if (isOwner) return `${role} is the service's own role: prepare its database as another one, its owner.`
  if (isMighty)
    return `The role ${role} may do more than read and write rows: take its attributes and memberships from it, or drop it.`
  if (!isThere && !mayMake)
    return `There is no role ${role}, and the owner of the database may not make it: make it, with login and a password.`
  return undefined
}

/** Who may connect is not copied with a database: said of each anew. */
export const entry = (database: string, service: string): string =>
  `revoke all on database ${database} from public;
  grant connect on database ${database} to ${databaseName(service)}, ${readerName(service)}`

/** The same database of a service, entered by whoever only reads. */
export const asReader = (
  address: Omit<DatabaseAddress, 'user' | 'password'>,
  service: string,
  password: string,
): DatabaseAddress => ({ ...address, user: readerName(service), password })
