import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where the program nats-server is, if it is on the PATH. */
export function whereNatsIs(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'nats-server')
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {}
  }
  return undefined
}
