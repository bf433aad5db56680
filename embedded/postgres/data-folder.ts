import { existsSync } from 'node:fs'
import { access, constants, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Account, handOver, handOverTree, ownerOf } from './account.ts'

/** Where each thing lies in the data folder. */
export const layout = (dataFolder: string) => ({
  cluster: join(dataFolder, 'cluster'),
  password: join(dataFolder, 'password'),
  log: join(dataFolder, 'postgres.log'),
  lock: join(dataFolder, 'lock'),
  lockPid: join(dataFolder, 'lock.pid'),
})

/** Makes the folder, with every folder on the way, and sees to it that the account owns it and we may write in it. */
export async function openDataFolder(dataFolder: string, account: Account): Promise<void> {
  await makeFolder(dataFolder, account)
  await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  if (!account) return
  const { cluster } = layout(dataFolder)
  const places = existsSync(cluster) ? [dataFolder, cluster] : [dataFolder]
  const owners = await Promise.all(places.map(ownerOf))
  // Somebody else's after a chown, a restored backup or a first start under another user: PostgreSQL insists on its own.
  if (owners.some((owner) => owner.uid !== account.uid)) await handOverTree(dataFolder, account)
}

async function makeFolder(folder: string, account: Account): Promise<void> {
  if (existsSync(folder)) return
  const above = dirname(folder)
  if (!existsSync(above)) await makeParent(above)
  await mkdir(folder, { mode: 0o700 }).catch(unlessThere)
  await handOver(folder, account)
}

/** A folder on the way belongs to whoever owns the one around it, not to the account: that may be nobody. */
async function makeParent(folder: string): Promise<void> {
  const above = dirname(folder)
  if (!existsSync(above)) await makeParent(above)
  await mkdir(folder, { recursive: true })
  await handOver(folder, await ownerOf(above))
}

/** Another start may make it in the same moment; the lock decides between the two. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
