import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Account, handOver, handOverTree, nobody } from './account.ts'
import type { Binaries } from './binaries.ts'
import { layout } from './data-folder.ts'
import { finish } from './finish.ts'
import { runAs } from './run-as.ts'
import { diskFull, StartRefusal, saysDiskFull } from './start-refusal.ts'

/** The database's superuser. */
export const superuser = 'postgres'

/** The file of ours that postgresql.conf includes. */
export const settingsName = 'souk.conf'

export type Place = { dataFolder: string; account: Account; binaries: Binaries; durable: boolean }

/** Refuses a cluster made by another major version, which this one cannot read. Touches nothing. */
export async function refuseOtherMajor(dataFolder: string, version: string): Promise<void> {
  const { cluster } = layout(dataFolder)
  if (!existsSync(cluster)) return
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(unlessMissing)).trim()
  const ours = version.split('.')[0]
  if (made === ours) return
  const maker =
    made === '' ? 'holds no PostgreSQL data' : `was made by PostgreSQL ${made}, and this Souk brings ${ours}`
  const advice = Number(made) > Number(ours) ? 'start it with the newer Souk' : 'restore a backup'
  throw new StartRefusal(`${cluster} ${maker}: ${advice}, or set SOUK_DATA to another folder.`)
}

function unlessMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}

/**
 * Makes the cluster if there is none, under another name first: a crash half-way leaves nothing that looks like one.
 * Returns the superuser's password.
 */
export async function openCluster(place: Place): Promise<string> {
  const { cluster, password } = layout(place.dataFolder)
  if (existsSync(cluster)) return await keptPassword(password)
  const secret = randomBytes(24).toString('base64url')
  await writeFile(password, secret, { mode: 0o600, flush: true })
  await makeCluster(place)
  return secret
}

async function keptPassword(path: string): Promise<string> {
  const kept = (await readFile(path, 'utf8').catch(unlessMissing)).trim()
  if (kept) return kept
  throw new StartRefusal(`${path} is gone, and without it nobody can log in: restore it from a backup.`)
}

async function makeCluster(place: Place): Promise<void> {
  const { cluster, password } = layout(place.dataFolder)
  await removeAttempts(place.dataFolder)
  const attempt = `${cluster}.new-${process.pid}`
  try {
    await initialise(attempt, place)
    await appendFile(join(attempt, 'postgresql.conf'), `include_if_exists = '${settingsName}'\n`, {
      flush: true,
    })
    await handOverTree(attempt, place.account)
    await handOver(password, place.account)
    await rename(attempt, cluster)
    await storeName(cluster)
  } catch (error) {
    await rm(attempt, { recursive: true, force: true })
    throw error
  }
}

async function removeAttempts(dataFolder: string): Promise<void> {
  const attempts = (await readdir(dataFolder)).filter((name) => name.startsWith('cluster.new-'))
  for (const name of attempts) await rm(join(dataFolder, name), { recursive: true, force: true })
}

/** initdb asks the user list for its user's name; an owner known only by number is not in it, and nobody stands in. */
async function initialise(attempt: string, place: Place): Promise<void> {
  const first = await initdb(attempt, place)
  const result = first.includes('could not look up effective user ID')
    ? await initdb(attempt, { ...place, account: place.account && nobody(process.platform) })
    : first
  if (result === '') return
  if (saysDiskFull(result)) throw diskFull(place.dataFolder)
  throw new StartRefusal(`PostgreSQL could not make its data folder: ${lastError(result)}.`)
}

/** Runs initdb in an empty folder. Returns what it said when it failed, or an empty text. */
async function initdb(attempt: string, { dataFolder, account, binaries, durable }: Place): Promise<string> {
  const { password } = layout(dataFolder)
  await mkdir(attempt, { mode: 0o700, recursive: true })
  for (const path of [attempt, password]) await handOver(path, account)
  const access = ['-U', superuser, '--auth=scram-sha-256', `--pwfile=${password}`]
  const text = [
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...systemLocale(process.platform),
  ]
  const run = runAs(account, { binaries, folders: [dirname(attempt)] })
  const args = ['-D', attempt, ...access, ...text, ...(durable ? [] : ['--no-sync'])]
  const { code, output } = await finish(run(binaries.initdb, args))
  return code === 0 ? '' : output || `initdb ended with ${code}`
}

/** Sorting is builtin everywhere; this one tells the text search which characters are letters, beyond ASCII. */
function systemLocale(platform: string): string[] {
  if (platform === 'darwin') return ['--locale=C', '--lc-ctype=en_US.UTF-8']
  return [platform === 'win32' ? '--locale=C' : '--locale=C.UTF-8']
}

const lastError = (output: string) =>
  (output.split('\n').findLast((line) => /error|FATAL|PANIC/.test(line)) ?? output).trim().replace(/\.$/, '')

async function storeName(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dirname(path))
  await folder.sync()
  await folder.close()
}
