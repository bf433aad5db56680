import type { ServiceState } from '@souk/contracts/ops'
import type { Page } from '../answers.ts'
import { client } from '../client.ts'
import { readOrNothing } from '../start-process.ts'
import { brokerIn } from './broker-in.ts'
import { SERVICES } from './read-from-books.ts'

/** The processes of a fleet beside its launcher: services and gateway by their titles, and the broker. */
export type Members = ReadonlyMap<string, number>

export const SERVICE_NAMES = SERVICES.map(({ name }) => name)
const EVERYBODY = [...SERVICE_NAMES, 'gateway', 'broker']

export function membersOf(data: string, launcher: number): Members {
  const members = new Map<string, number>()
  for (const pid of childrenOf(launcher)) {
    const title = /^souk:(?<name>[a-z-]+)/.exec(readOrNothing(`/proc/${pid}/cmdline`))?.groups?.name
    if (title) members.set(title, pid)
  }
  const broker = brokerIn(data)
  return broker ? members.set('broker', broker.server) : members
}

/** Whether nobody is missing and every service answers: the registry alone still names who has just died. */
export async function isWhole(url: string, members: Members): Promise<boolean> {
  if (!EVERYBODY.every((name) => members.has(name))) return false
  const { status, body } = await client(url).get<Page<ServiceState>>('/ops/services')
  return status === 200 && body.items.every(({ health }) => health === 'ok')
}

const childrenOf = (pid: number): number[] =>
  readOrNothing(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
