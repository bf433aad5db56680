import { existsSync } from 'node:fs'
import { lchown, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The user PostgreSQL runs as; undefined means: the user we are. */
export type Account = { uid: number; gid: number } | undefined

/** `holder` owns the folder around the data folder, `present` the data folder itself where it exists already. */
type Owners = { platform: string; euid: number | undefined; holder: NonNullable<Account>; present: Account }

/**
 * PostgreSQL refuses to run as root. Where the data lies in someone's folder it runs as that person, so they can read
 * and delete every file; an existing data folder keeps its owner; elsewhere it runs as nobody.
 */
export function chooseAccount({ platform, euid, holder, present }: Owners): Account {
  if (euid !== 0) return undefined
  if (holder.uid !== 0) return holder
  if (present && present.uid !== 0) return present
  return nobody(platform)
}

/** The user without rights: it is in every user list, which initdb insists on. */
export function nobody(platform: string): NonNullable<Account> {
  const id = platform === 'darwin' ? 4294967294 : 65534
  return { uid: id, gid: id }
}

/** Looks at the folders and chooses. Read-only. */
export async function accountFor(dataFolder: string): Promise<Account> {
  const holder = nearestExisting(dirname(dataFolder))
  return chooseAccount({
    platform: process.platform,
    euid: process.geteuid?.(),
    holder: await ownerOf(holder),
    present: existsSync(dataFolder) ? await ownerOf(dataFolder) : undefined,
  })
}

/** The folder itself, or the closest one above it that exists. */
export const nearestExisting = (folder: string): string =>
  existsSync(folder) ? folder : nearestExisting(dirname(folder))

/** Whoever owns a file or folder. */
export async function ownerOf(path: string): Promise<NonNullable<Account>> {
  const { uid, gid } = await stat(path)
  return { uid, gid }
}

/** Gives a file we made as root to the account; nothing to do when we run as ourselves. */
export async function handOver(path: string, account: Account): Promise<void> {
  if (account && process.geteuid?.() === 0) await lchown(path, account.uid, account.gid)
}

/** The same for a folder and all it holds. Links are given, never followed. */
export async function handOverTree(folder: string, account: Account): Promise<void> {
  if (!account) return
  await handOver(folder, account)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    await (entry.isDirectory() ? handOverTree(path, account) : handOver(path, account))
  }
}
