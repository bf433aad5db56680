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
  /** `encrypted` to whoever answers there, or `verified` to be who the host's certificate says. In the clear without. */
  tls?: 'encrypted' | 'verified'
}

export interface ConnectOptions {
  readonly connections?: number
  /** Does not wait for the disk: for what may be done again after a crash, never for what was promised. */
  readonly isRelaxed?: boolean
  /** What is set or begun on its one connection holds for every statement after it: once that is cut, all of them fail. */
  readonly isSession?: boolean
}

/** Past this many statements on one connection the driver would begin a transaction there and not say where. */
const pipeline = { max_pipeline: 100_000 }

/**
 * A pool of connections, opened when first needed; statements are prepared once per connection. When the server cuts
 * a connection in the middle of an answer, the driver takes what is left of it for the answers of the next one
 * (porsager/postgres#1215, #1216, #1223): so a pool that lost a connection is given up whole, and what is under way in it
 * fails with CONNECTION_DESTROYED.
 */
export function connect(address: DatabaseAddress, options: ConnectOptions = {}): Sql {
  let isEnded = false
  let pool = openPool(address, { ...options, lost: renew })
  function renew(): void {
    if (isEnded) return
    const given = pool
    if (options.isSession) isEnded = true
    else pool = openPool(address, { ...options, lost: renew })
    void given.end({ timeout: 0 })
  }
  const end: Sql['end'] = (how) => {
    isEnded = true
    return pool.end(how)
  }
  return new Proxy(pool, {
    apply: (_first, self, given) => Reflect.apply(pool as never, self, given),
    get: (_first, name) => (name === 'end' ? end : Reflect.get(pool, name)),
  })
}

function openPool(address: DatabaseAddress, options: ConnectOptions & { lost: () => void }): Sql {
  const { host, port, tls, ...identity } = address
  const where = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
  let isGiven = false
  return postgres({
    ...where,
    ...identity,
    max: options.connections ?? 10,
    connect_timeout: 10,
    // A connection that closes was cut: none is closed for its age.
    max_lifetime: null,
    onclose() {
      if (!isGiven) options.lost()
      isGiven = true
    },
    ...pipeline,
    // The host is said again: for an address of digits the driver would verify the certificate of `localhost`.
    ssl: tls !== undefined && { host, rejectUnauthorized: tls === 'verified' },
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
