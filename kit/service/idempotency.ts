import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Call } from '../contract/call.ts'
import type { Reply } from '../contract/outcome.ts'
import { type Refusal, refuse } from '../contract/refusal.ts'
import type { Queryable, Transaction } from '../database/connect.ts'
import { principalOf } from './caller.ts'
import type { CallContext } from './context.ts'

export interface Claim {
  readonly principal: string
  /** Derived from the key sent: it finds the answer, and cannot open it. */
  readonly key: string
  /** Opens the answer, which may hold tokens and addresses; never stored. */
  readonly seal: Buffer
  readonly fingerprint: string
}

const KEY = /^[\x21-\x7e]{1,255}$/
const ABANDONED_AFTER = '60 seconds'

/**
 * The claim a request makes by its key, a refusal when the key is missing or unusable, or nothing. `given` fits the
 * contract and holds what was sent and no default: a retry that meets the next version, with a field more, is the same.
 */
export function claimOf(
  contract: Call,
  { caller, idempotencyKey: key }: Pick<CallContext, 'caller' | 'idempotencyKey'>,
  given: object,
): Claim | Refusal | undefined {
  if (contract.idempotency === undefined) return undefined
  if (key === undefined) {
    return contract.idempotency === 'accepted'
      ? undefined
      : refuse('idempotency_key_required', {
          detail: 'Send an Idempotency-Key header, e.g. a UUID, and the same one again when you retry.',
        })
  }
  if (!KEY.test(key))
    return refuse('idempotency_key_invalid', { detail: 'Use 1 to 255 printable ASCII characters.' })
  const principal = principalOf(caller, resourceOf(contract, given))
  return { principal, ...secretsOf(principal, key), fingerprint: fingerprintOf(contract, given, key) }
}

/** A guest is known by the resource whose unguessable id it holds. */
const resourceOf = (contract: Call, given: object): string | undefined =>
  contract.path.includes('{id}') ? String((given as { id?: unknown }).id) : undefined

/** The key itself is not stored: who reads the table can neither open answers nor guess passwords from fingerprints. */
function secretsOf(principal: string, key: string): Pick<Claim, 'key' | 'seal'> {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, principal, use, 32))
  return { key: derive('lookup').toString('base64url'), seal: derive('seal') }
}

// A seal belongs to one principal and key, and closes one answer: no nonce is needed to tell several apart.
const NONCE = Buffer.alloc(12)
const TAG_BYTES = 16

function sealed({ seal }: Claim, reply: Reply): string {
  const cipher = createCipheriv('aes-256-gcm', seal, NONCE)
  const closed = Buffer.concat([cipher.update(JSON.stringify(reply)), cipher.final()])
  return Buffer.concat([cipher.getAuthTag(), closed]).toString('base64')
}

function opened({ seal }: Claim, kept: string): Reply {
  const bytes = Buffer.from(kept, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', seal, NONCE).setAuthTag(bytes.subarray(0, TAG_BYTES))
  return JSON.parse(
    Buffer.concat([cipher.update(bytes.subarray(TAG_BYTES)), cipher.final()]).toString('utf8'),
  )
}

/** Method, path and body in one hash, keyed by what the client sent; the order of fields in the body does not matter. */
const fingerprintOf = (contract: Call, given: object, key: string): string =>
  createHmac('sha256', key)
    .update(`${contract.method} ${contract.path}\n${canonical(given)}`)
    .digest('base64url')

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/**
 * Looks the key up in the transaction that will hold the effect. Somebody else holding it just now means
 * "in progress"; a stored reply is given again; nothing found: go ahead, and `keepReply` before the commit.
 */
export async function findReply(tx: Transaction, claim: Claim): Promise<Reply | undefined> {
  const { principal, key, fingerprint } = claim
  const [row] = await tx<{ held: boolean; fingerprint: string | null; reply: string | null }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${principal} ${key}`}, 0)) as held, i.fingerprint, i.reply
    from (select 1) one left join idempotency i on i.principal = ${principal} and i.key = ${key}`
  if (!row?.held) return { ok: false, refusal: refuse('idempotency_in_progress') }
  if (row.fingerprint === null) return undefined
  if (row.fingerprint !== fingerprint) return { ok: false, refusal: refuse('idempotency_key_reused') }
  return row.reply
    ? { ...opened(claim, row.reply), replayed: true }
    : { ok: false, refusal: refuse('idempotency_in_progress') }
}

export const keepReply = (tx: Transaction, claim: Claim, reply: Reply) => tx`
  insert into idempotency (principal, key, fingerprint, reply, claimed_at)
  values (${claim.principal}, ${claim.key}, ${claim.fingerprint}, ${tx.json(sealed(claim, reply))}, now())`

/**
 * For processes, whose effect spans transactions: claims the key durably before the work. A claim whose
 * process died is free again at once, or after a minute where nobody can tell; the work behind it is idempotent by itself.
 */
export async function claimKey(sql: Queryable, claim: Claim, owner: string): Promise<Reply | undefined> {
  const { principal, key, fingerprint } = claim
  const [mine] = await sql`
    insert into idempotency (principal, key, fingerprint, claimed_at, owner)
    values (${principal}, ${key}, ${fingerprint}, now(), ${owner})
    on conflict (principal, key) do update set claimed_at = now(), owner = ${owner}
      where idempotency.reply is null and idempotency.fingerprint = excluded.fingerprint
        and (idempotency.claimed_at < now() - ${ABANDONED_AFTER}::interval
          or (idempotency.owner <> ${owner} and is_gone(idempotency.owner)))
    returning 1`
  if (mine) return undefined
  const [row] = await sql<{ fingerprint: string; reply: string | null }[]>`
    select fingerprint, reply from idempotency where principal = ${principal} and key = ${key}`
  if (row && row.fingerprint !== fingerprint) return { ok: false, refusal: refuse('idempotency_key_reused') }
  return row?.reply
    ? { ...opened(claim, row.reply), replayed: true }
    : { ok: false, refusal: refuse('idempotency_in_progress') }
}

export async function completeKey(sql: Queryable, claim: Claim, reply: Reply): Promise<void> {
  const { principal, key } = claim
  await sql`
    update idempotency set reply = ${sql.json(sealed(claim, reply))} where principal = ${principal} and key = ${key}`
}

/** Frees every key whose process died with its work undone: right only where no other process can be at it. */
export async function freeKeys(sql: Queryable): Promise<void> {
  await sql`delete from idempotency where reply is null`
}

/** A process that failed leaves no answer to repeat: its key is free again. */
export async function releaseKey(sql: Queryable, { principal, key }: Claim): Promise<void> {
  await sql`delete from idempotency where principal = ${principal} and key = ${key} and reply is null`
}
