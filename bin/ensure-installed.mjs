import { createHash } from 'node:crypto'
import { existsSync, lchownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm-ci.mjs'
import { platformPackages, root, StartRefusal } from './pinned-node.mjs'

/** Installs with `npm ci` unless node_modules fits package-lock.json already. Throws a StartRefusal when that fails. */
export async function ensureInstalled(folder = root) {
  const lockText = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const marker = { path: join(folder, 'node_modules', '.souk-installed'), text: digest(lockText) }
  const { node, postgres } = platformPackages(process.platform, process.arch)
  const lock = JSON.parse(lockText)
  const needed = [node, postgres].filter((name) => `node_modules/${name}` in lock.packages)
  const missing = () => needed.filter((name) => !existsSync(join(folder, 'node_modules', name)))
  if (missing().length === 0 && isInstalled(folder, { lock, marker, needed })) return
  await npmCi(folder)
  if (missing().length > 0)
    throw new StartRefusal(`npm could not download ${missing().join(' and ')}: try again.`)
  writeFileSync(marker.path, marker.text)
  handOver(folder, lock)
}

const digest = (text) => createHash('sha256').update(text).digest('hex')

/** Our own mark tells it at once; after an `npm ci` or `npm install` by hand npm's own list does. */
function isInstalled(folder, { lock, marker, needed }) {
  if (existsSync(marker.path) && readFileSync(marker.path, 'utf8') === marker.text) return true
  const list = join(folder, 'node_modules', '.package-lock.json')
  return existsSync(list) && fits(lock, JSON.parse(readFileSync(list, 'utf8')), needed)
}

/**
 * Whether what npm installed has each package of the lock file, in its version. Optional packages are left out by npm
 * without a word when their download fails; of those only the ones in `needed` count.
 */
export function fits(lock, installed, needed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const isNeeded =
      path !== '' && (!wanted.optional || needed.some((name) => path === `node_modules/${name}`))
    return !isNeeded || (path in installed.packages && installed.packages[path].version === wanted.version)
  })
}

/** Root in somebody's folder leaves nothing behind that they cannot delete. */
function handOver(folder, lock) {
  const owner = statSync(folder)
  if (process.geteuid?.() !== 0 || owner.uid === 0) return
  const tops = Object.keys(lock.packages).flatMap(
    (path) => path.match(/^(.*?\/)?node_modules(?=\/)/)?.[0] ?? [],
  )
  for (const top of new Set(tops)) if (existsSync(join(folder, top))) handOverTree(join(folder, top), owner)
}

function handOverTree(path, owner) {
  lchownSync(path, owner.uid, owner.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) handOverTree(below, owner)
    else lchownSync(below, owner.uid, owner.gid)
  }
}
