import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedKey, type ImageStore } from './image-store.ts'

/** Images as files of one folder, which several processes may share. */
export function folderImages(folder: string): ImageStore {
  const at = (key: string) => join(folder, checkedKey(key))
  let written = 0
  return {
    /** Whole or not at all, also where the power fails: nobody sees half a file under its name. */
    async put(key, bytes) {
      const path = at(key)
      const unfinished = `${path}.${process.pid}-${++written}`
      await mkdir(folder, { recursive: true })
      await writeFile(unfinished, bytes, { flush: true })
      await rename(unfinished, path)
    },
    get: (key) => readFile(at(key)).catch(unlessMissing),
    has: async (key) => (await access(at(key)).then(() => true, unlessMissing)) ?? false,
    remove: (key) => rm(at(key), { force: true }),
  }
}

function unlessMissing(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'ENOENT') throw fault
}
