import { existsSync, statSync } from 'node:fs'
import { readFile, statfs } from 'node:fs/promises'
import { saysDiskFull } from './postgres/start-refusal.ts'

const NOTHING_LEFT_BYTES = 1_048_576

/**
 * A full disk shows itself in many ways: a database that ends, a connection that breaks, a file that cannot be read.
 * Returns what tells whether it was that, by the space there is and by what the database has logged since.
 */
export function watchDisk(folder: string, log: string): () => Promise<boolean> {
  const before = existsSync(log) ? statSync(log).size : 0
  return async () => {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < NOTHING_LEFT_BYTES) return true
    const logged = existsSync(log) ? await readFile(log) : Buffer.alloc(0)
    // Shorter than before: it was begun anew.
    return saysDiskFull(logged.subarray(logged.length < before ? 0 : before).toString())
  }
}
