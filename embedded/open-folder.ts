import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Account, nearestExisting, ownerOf } from './postgres/account.ts'
import { openDataFolder } from './postgres/data-folder.ts'
import { lockFolder } from './postgres/folder-lock.ts'
import { inOneSentence, StartRefusal } from './postgres/start-refusal.ts'
import { Fault } from './sentence.ts'

export interface OpenFolder {
  /** Whom everything in it is given to; undefined where it is ours anyway. */
  readonly owner: Account
  /** Lets another shop have it. */
  release(): void
}

/** Makes the data folder where there is none and takes it for this process, before anything in it is read or written. */
export async function openFolder(folder: string): Promise<OpenFolder> {
  try {
    await refuseFile(folder)
    const owner = await ownerFor(folder)
    await openDataFolder(folder, owner)
    return { owner, release: await lockFolder(folder, owner) }
  } catch (fault) {
    throw inWords(fault, folder)
  }
}

async function refuseFile(folder: string): Promise<void> {
  if (!existsSync(folder) || (await stat(folder)).isDirectory()) return
  throw new Fault(`SOUK_DATA must be a folder, and ${folder} is a file.`)
}

/** Root in somebody's folder works for that person, who may delete all of it later and start without root. */
async function ownerFor(folder: string): Promise<Account> {
  if (process.geteuid?.() !== 0) return undefined
  const places = [nearestExisting(dirname(folder)), folder].filter((place) => existsSync(place))
  const owners = await Promise.all(places.map(ownerOf))
  return owners.find(({ uid }) => uid !== 0)
}

function inWords(fault: unknown, folder: string): unknown {
  const known = inOneSentence(fault, folder)
  if (known instanceof StartRefusal || known instanceof Fault) return known
  const { code } = Object(fault)
  return typeof code === 'string'
    ? new Fault(`There cannot be a folder ${folder} (${code}): choose another with SOUK_DATA=….`)
    : fault
}
