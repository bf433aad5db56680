import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Account, nearestExisting } from './account.ts'
import type { Binaries } from './binaries.ts'
import { lacksPrivilege, mayGrant, type Privilege } from './reach.ts'
import { StartRefusal } from './start-refusal.ts'

/** A program ready for `spawn(file, args, options)`, to run as the account. */
export type Command = {
  file: string
  args: string[]
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
}

/** Turns a program and its arguments into the command that runs it as the account. */
export type RunAs = (program: string, args: string[]) => Command

/** What the account must reach: the programs, and the folders around the files it works on. */
type Reach = { binaries: Binaries; folders: string[] }

/** Decides how programs run as the account; refuses where the account cannot reach what it needs. */
export function runAs(account: Account, reach: Reach): RunAs {
  if (!account) return (file, args) => ({ file, args, options: surroundings() })
  const privilege = privilegeNeeded(account, reach)
  // uid and gid go through a signed 32-bit number on the way to the system; nobody on macOS is -2.
  const user = { uid: account.uid | 0, gid: account.gid | 0 }
  if (!privilege) return (file, args) => ({ file, args, options: { ...surroundings(), ...user } })
  return (program, args) => ({
    file: 'setpriv',
    args: [...setprivArguments(account, privilege), program, ...args],
    options: surroundings(),
  })
}

/**
 * Drops to the account and keeps one capability, which the program can neither widen nor regain. no_setuid_fixup is
 * needed because postgres asks access(2) about its own file, and access(2) ignores a non-root user's capabilities
 * without it.
 */
function setprivArguments(account: NonNullable<Account>, privilege: Privilege): string[] {
  const only = `-all,+${privilege}`
  const user = [
    '--reuid',
    String(account.uid),
    '--regid',
    String(account.gid),
    '--clear-groups',
    '--no-new-privs',
  ]
  return [
    ...user,
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
    '--securebits=+no_setuid_fixup',
  ]
}

function privilegeNeeded(account: NonNullable<Account>, { binaries, folders }: Reach): Privilege | undefined {
  const lacking = lacksPrivilege(account, [
    { path: binaries.postgres, for: 'run' },
    { path: binaries.initdb, for: 'run' },
    { path: join(binaries.native, 'lib', 'postgresql'), for: 'run' },
    { path: join(binaries.native, 'share', 'postgresql', 'postgres.bki'), for: 'read' },
    ...folders.map((folder) => ({ path: nearestExisting(folder), for: 'enter' as const })),
  ])
  if (!lacking) return undefined
  const granted = process.platform === 'linux' && hasSetpriv() ? mayGrant() : []
  const privilege = granted.find((each) => each === lacking || each === 'dac_override')
  if (privilege) return privilege
  throw new StartRefusal(
    `PostgreSQL does not run as root, and user ${account.uid} cannot enter ${folders.join(', ')} or ${binaries.native}: keep Souk in a folder that user can enter, and set SOUK_DATA to such a folder.`,
  )
}

const hasSetpriv = () => spawnSync('setpriv', ['--version']).status === 0

/**
 * Little of our environment is passed on: PGDATA, PGOPTIONS and the like would change what PostgreSQL does, secrets are
 * none of its business, and the C locale keeps its messages in the words we look for.
 */
function surroundings(): Command['options'] {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
  const env = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  )
  return {
    cwd: process.platform === 'win32' ? (process.env.SystemRoot ?? 'C:\\') : '/',
    env: { ...env, LC_ALL: 'C' },
  }
}
