import { hkdfSync } from 'node:crypto'

/** Who takes part in a fleet, and whom it asks. */
export interface Party {
  readonly name: string
  /** The services it may ask. */
  readonly asks: readonly string[]
  /** It establishes who shoppers, staff and operators are, as the gateway does. All others speak as themselves alone. */
  readonly speaksForOthers?: boolean
}

/** What one process needs to know to ask and to be asked, and nothing else; keys in base64url. Secret. */
export interface ProcessKeys {
  readonly name: string
  /** By the service asked. */
  readonly issues: Readonly<Record<string, string>>
  /** By the one who asks. */
  readonly verifies: Readonly<Record<string, { readonly key: string; readonly speaksForOthers: boolean }>>
}

const LEAST_MASTER_BYTES = 32

/**
 * The keys of every party, a different one for each pair of who asks and who is asked (HKDF-SHA256). For whoever
 * launches a fleet: the master goes to no process. Who steals the keys of a service can ask as that service, and can
 * forge what that service itself is asked; nothing else. Throws where the master is too short.
 */
export function deriveKeys(master: Uint8Array, parties: readonly Party[]): Map<string, ProcessKeys> {
  if (master.length < LEAST_MASTER_BYTES)
    throw new Error(`The fleet's master secret has ${master.length} bytes; it needs ${LEAST_MASTER_BYTES}.`)
  const keyOf = (issuer: string, audience: string) =>
    Buffer.from(
      hkdfSync('sha256', master, 'souk identity v1', JSON.stringify([issuer, audience]), 32),
    ).toString('base64url')
  const keysFor = ({ name, asks }: Party): ProcessKeys => ({
    name,
    issues: Object.fromEntries(asks.map((audience) => [audience, keyOf(name, audience)])),
    verifies: Object.fromEntries(
      parties
        .filter((party) => party.asks.includes(name))
        .map(({ name: issuer, speaksForOthers = false }) => [
          issuer,
          { key: keyOf(issuer, name), speaksForOthers },
        ]),
    ),
  })
  return new Map(parties.map((party) => [party.name, keysFor(party)]))
}
