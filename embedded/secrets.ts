import { existsSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '@souk/kit/runtime'

const NAMES = ['databasePassword', 'orderToken', 'sandboxKey', 'webhookSecret'] as const
export type Secrets = Record<(typeof NAMES)[number], string>

/** Secrets of this shop: made at the first start, kept in a file only its owner may read. */
export async function openSecrets(folder: string, random: Random): Promise<Secrets> {
  const path = join(folder, 'secrets.json')
  const known: Partial<Secrets> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const secrets = Object.fromEntries(NAMES.map((name) => [name, known[name] ?? secret(random)])) as Secrets
  if (NAMES.some((name) => known[name] === undefined)) {
    await writeFile(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    await rename(`${path}.new`, path)
  }
  return secrets
}

const secret = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url')
