import type { Queryable } from '@souk/kit/database'
import type { JWK } from 'jose'
import type { KeyAge } from '../domain/signing-keys.ts'

export interface SigningKey extends KeyAge {
  privateJwk: JWK
  publicJwk: PublicJwk
}

/** An ES256 key as RFC 7517 publishes it. */
export interface PublicJwk {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  alg: 'ES256'
  use: 'sig'
}

type Row = Omit<SigningKey, 'createdAt' | 'activeFrom'> & { createdAt: Date; activeFrom: Date }

const LOCK = 727_100

/** Keys that access tokens are signed and verified with. */
export function signingKeys(sql: Queryable) {
  return {
    async list(): Promise<SigningKey[]> {
      const rows = await sql<Row[]>`
        select kid, private_jwk as "privateJwk", public_jwk as "publicJwk",
          created_at as "createdAt", active_from as "activeFrom"
        from signing_key order by active_from, kid`
      return rows.map(({ createdAt, activeFrom, ...key }) => ({
        ...key,
        createdAt: createdAt.getTime(),
        activeFrom: activeFrom.getTime(),
      }))
    },

    /** One replica at a time makes and drops keys; the others wait and find them. */
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(${LOCK})`
    },

    async add(key: Omit<SigningKey, 'createdAt' | 'activeFrom'> & { createdAt: string; activeFrom: string }) {
      const { kid, privateJwk, publicJwk, createdAt, activeFrom } = key
      await sql`
        insert into signing_key (kid, private_jwk, public_jwk, created_at, active_from)
        values (${kid}, ${sql.json(privateJwk as never)}, ${sql.json(publicJwk as never)}, ${createdAt}, ${activeFrom})`
    },

    async remove(kids: readonly string[]): Promise<void> {
      await sql`delete from signing_key where kid = any(${kids as string[]})`
    },
  }
}
