import postgres from 'postgres'

export type Sql = postgres.Sql<{ bigint: number }>
export type Transaction = postgres.TransactionSql<{ bigint: number }>
/** Where a store reads: the pool, or the transaction it is part of. */
export type Queryable = Sql | Transaction

/** Where a PostgreSQL is and as whom to enter. `host` is a name, or the folder of a unix socket. */
export interface DatabaseAddress {
  host: string
  port: number
  database: string
  user: string
  password: string
}

export interface ConnectOptions {
  readonly connections?: number
  /** Does not wait for the disk: for what may be done again after a crash, never for what was promised. */
  readonly isRelaxed?: boolean
}

/** Past this many statements on one connection the driver would begin a transaction there and not say where. */
const pipeline = { max_pipeline: 100_000 }

/** A pool of connections, opened when first needed; statements are prepared once per connection. */
export function connect(address: DatabaseAddress, options: ConnectOptions = {}): Sql {
  const { host, port, ...identity } = address
  const where = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
  return postgres({
    ...where,
    ...identity,
    max: options.connections ?? 10,
    connect_timeout: 10,
    ...pipeline,
    onnotice: () => {},
    connection: {
      application_name: identity.user,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      ...(options.isRelaxed && { synchronous_commit: 'off' }),
    },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: parseSafeInteger } },
  }) as unknown as Sql
}

/** Money and counters are 64-bit in the database; past 2^53 a number would lie, so it is refused. */
function parseSafeInteger(given: string): number {
  const value = Number(given)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${given} does not fit a safe integer`)
  return value
}
