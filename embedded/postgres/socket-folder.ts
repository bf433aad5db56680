import { createHash } from 'node:crypto'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, handOver } from './account.ts'
import { StartRefusal } from './start-refusal.ts'

/** The number in the socket's name; nothing listens on a port. */
export const socketPort = 5432

/** Linux allows 107 bytes for a socket's path, macOS 103. */
const longestPath = 100

/** The data folder's own `run`, or a short name in the folder for temporary files where that path would be too long. */
export function chooseSocketFolder(dataFolder: string, temporary: string): string {
  const own = join(dataFolder, 'run')
  if (fits(own)) return own
  const name = `souk-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`
  return fits(join(temporary, name)) ? join(temporary, name) : join('/tmp', name)
}

const fits = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestPath

/**
 * Makes the folder, closed to others, and empties it of what a killed server left. We hold the data folder's lock and no
 * postmaster of ours is alive, so nothing in it is in use.
 */
export async function openSocketFolder(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch(async (error) => {
    if (!(await isOurs(folder, account))) throw takenByAnother(folder, error)
  })
  for (const left of await readdir(folder)) await rm(join(folder, left), { force: true })
  await handOver(folder, account)
}

/** In a folder open to everyone, a stranger could have made it first: neither a link nor another's folder will do. */
async function isOurs(folder: string, account: Account): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  const owners = [process.geteuid?.(), account?.uid]
  return found?.isDirectory() === true && owners.includes(found.uid) && (found.mode & 0o077) === 0
}

const takenByAnother = (folder: string, cause: unknown) =>
  new StartRefusal(
    `${folder} is needed for the database's socket and is not ours: remove it, or set SOUK_DATA to a shorter path.`,
    {
      cause,
    },
  )
