import { existsSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '@souk/kit/runtime'
import { type Account, handOver } from './postgres/account.ts'
import { Fault } from './sentence.ts'

const NAMES = [
  ...(['databasePassword', 'orderToken', 'sandboxKey', 'webhookSecret', 'fleetMaster'] as const),
  ...(['carriersKey', 'carriersWebhookSecret'] as const),
] as const
export type Secrets = Record<(typeof NAMES)[number], string>

/** Secrets of this shop: made at the first start, kept in a file only the folder's owner may read. */
export async function openSecrets(
  folder: string,
  { owner, random }: { owner: Account; random: Random },
): Promise<Secrets> {
  const path = join(folder, 'secrets.json')
  const known = existsSync(path) ? read(path) : {}
  const secrets = Object.fromEntries(NAMES.map((name) => [name, known[name] ?? secret(random)])) as Secrets
  if (NAMES.some((name) => known[name] === undefined)) {
    await writeFile(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true })
    await handOver(`${path}.new`, owner)
    await rename(`${path}.new`, path)
  }
  return secrets
}

function read(path: string): Partial<Secrets> {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault(`${path} is damaged: restore it from a backup.`)
  }
}

const secret = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url')
