import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as contracts from '@souk/contracts/all'
import type * as kit from '@souk/kit/contract'
import { type Contracts, type Recordings, record } from './recording.ts'

export const RECORDED = 'contracts/recorded'
const ENDING = '.json'

/** The contracts of the project in a folder as its code says them today. */
export async function declaredNow(root: string): Promise<Recordings> {
  const load = (path: string) => import(pathToFileURL(join(root, path)).href)
  const { allCalls, allEvents }: typeof contracts = await load('contracts/src/all.ts')
  const { operatorsCalls }: typeof kit = await load('kit/contract/index.ts')
  // The same of every service, so they are kept once, as if of a service of that name.
  const everywhere = Object.values(operatorsCalls('operators'))
  const declared: Contracts = { calls: [...allCalls, ...everywhere], events: allEvents }
  return record(declared)
}

/** What was recorded last, and its text, by service; empty where nothing ever was. */
export async function recordedBefore(
  root: string,
): Promise<{ recorded: Recordings; texts: Map<string, string> }> {
  const folder = join(root, RECORDED)
  const files = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  const texts = new Map<string, string>()
  for (const file of files.filter((name) => name.endsWith(ENDING)).sort())
    texts.set(file.slice(0, -ENDING.length), await readFile(join(folder, file), 'utf8'))
  const recorded = Object.fromEntries([...texts].map(([service, text]) => [service, JSON.parse(text)]))
  return { recorded, texts }
}
