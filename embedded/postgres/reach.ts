import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Account } from './account.ts'

/** The one privilege an account lacks to use some paths: to pass closed folders, or to run a file kept from it as well. */
export type Privilege = 'dac_read_search' | 'dac_override'

type Wanted = { path: string; for: 'read' | 'run' | 'enter' }
type Ownership = Pick<Stats, 'uid' | 'gid' | 'mode'>

const bits = { read: 4, run: 5, enter: 1 }

/** Whether the mode bits let an account in. Access lists are not asked: at worst we ask for a privilege in vain. */
export function allows(file: Ownership, account: NonNullable<Account>, wish: Wanted['for']): boolean {
  const shift = file.uid === account.uid ? 6 : file.gid === account.gid ? 3 : 0
  return ((file.mode >> shift) & bits[wish]) === bits[wish]
}

/** The narrowest privilege with which the account reaches all of it, or undefined when the mode bits are enough. */
export function lacksPrivilege(account: NonNullable<Account>, wanted: Wanted[]): Privilege | undefined {
  const denied = (path: string, wish: Wanted['for']) => !allows(statSync(path), account, wish)
  if (wanted.some((want) => want.for === 'run' && denied(want.path, 'run'))) return 'dac_override'
  const closed = wanted.some(
    (want) =>
      denied(want.path, want.for) || foldersAbove(want.path).some((folder) => denied(folder, 'enter')),
  )
  return closed ? 'dac_read_search' : undefined
}

/** Every folder on the way, by the name used and by the real one: a link may lead through a closed folder. */
function foldersAbove(path: string): string[] {
  const climb = (from: string): string[] =>
    dirname(from) === from ? [] : [dirname(from), ...climb(dirname(from))]
  return [...new Set([...climb(path), ...climb(realpathSync(path))])]
}

/** Which of the two this process may pass on: containers often drop dac_read_search and keep dac_override. */
export function mayGrant(status = readFileSync('/proc/self/status', 'utf8')): Privilege[] {
  const mask = (name: string) =>
    BigInt(`0x${status.match(new RegExp(`^${name}:\\s*([0-9a-f]+)`, 'm'))?.[1] ?? '0'}`)
  const held = mask('CapBnd') & mask('CapPrm')
  const has = (bit: bigint) => (held & (1n << bit)) !== 0n
  return [...(has(2n) ? ['dac_read_search' as const] : []), ...(has(1n) ? ['dac_override' as const] : [])]
}
