import type { ServiceState } from '@souk/contracts/ops'
import type { Page } from '../answers.ts'
import { client } from '../client.ts'
import { readOrNothing } from '../start-process.ts'
import { SERVICES } from './read-from-books.ts'

/** The processes of a fleet beside its launcher: services and gateway by their titles, and the broker. */
export type Members = ReadonlyMap<string, number>

export const SERVICE_NAMES = SERVICES.map(({ name }) => name)
const EVERYBODY = [...SERVICE_NAMES, 'gateway', 'broker']

/** Looked for among the launcher's children alone: this is asked again and again while a shop gets up. */
export function membersOf(launcher: number): Members {
  const members = new Map<string, number>()
  for (const pid of childrenOf(launcher)) {
    const title = /^souk:(?<name>[a-z-]+)/.exec(commandOf(pid))?.groups?.name
    if (title) members.set(title, pid)
    // It has a keeper of its own.
    const broker = title ? undefined : childrenOf(pid).find((one) => /^\S*nats-server\0/.test(commandOf(one)))
    if (broker) members.set('broker', broker)
  }
  return members
}

/** Whether nobody is missing and every service answers: the registry alone still names who has just died. */
export async function isWhole(url: string, members: Members): Promise<boolean> {
  if (!EVERYBODY.every((name) => members.has(name))) return false
  const { status, body } = await client(url).get<Page<ServiceState>>('/ops/services')
  return status === 200 && body.items.every(({ health }) => health === 'ok')
}

const commandOf = (pid: number): string => readOrNothing(`/proc/${pid}/cmdline`)

const childrenOf = (pid: number): number[] =>
  readOrNothing(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
