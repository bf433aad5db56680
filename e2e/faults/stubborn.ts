import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@souk/kit/runtime'
import type { Session } from '../answers.ts'
import { type Answered, type Client, client } from '../client.ts'

/** How a client behaves that wants an answer: it asks again, with the same key, until there is one. */
export interface Stubbornness {
  readonly url: string
  /** Where its pauses and keys come from. */
  readonly random: Random
  /** After this long without an answer it gives up. */
  readonly patienceMs: number
  /** Told of each try that brought no answer. */
  readonly missed?: (why: string) => void
}

/** A client that takes a broken connection, a 5xx, a 429, "in progress" and "processing" for no answer yet. */
export interface Stubborn {
  get<Body>(path: string): Promise<Answered<Body>>
  post<Body>(path: string, body?: unknown): Promise<Answered<Body>>
  patch<Body>(path: string, body: unknown): Promise<Answered<Body>>
}

/** Nobody knows what became of it: the client gave up asking. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

const ONE_TRY_MS = 20_000
const LONGEST_PAUSE_MS = 500

export const stubborn = (parts: Stubbornness): Stubborn => asking(parts, () => client(parts.url))

/** The same for staff, who sign in again when their token has run out. */
export function stubbornStaff(
  parts: Stubbornness,
  credentials: { email: string; password: string },
): Stubborn {
  const door = stubborn(parts)
  let token: string | undefined
  const signedIn = async (): Promise<Client> => {
    token ??= (await door.post<Session>('/admin/v1/auth/login', credentials)).body.accessToken
    return client(parts.url, token)
  }
  return asking(parts, signedIn, () => {
    token = undefined
  })
}

function asking(
  parts: Stubbornness,
  current: () => Client | Promise<Client>,
  signedOut?: () => void,
): Stubborn {
  const insist = <Body>(ask: (by: Client) => Promise<Answered<Body>>) =>
    untilAnswered(parts, async () => {
      const answered = await ask(await current())
      if (answered.status === 401 && signedOut) signedOut()
      return answered
    })
  return {
    get: <Body>(path: string) => insist((by) => by.get<Body>(path)),
    post<Body>(path: string, body?: unknown) {
      const key = Buffer.from(parts.random.bytes(12)).toString('hex')
      return insist((by) => by.post<Body>(path, body, { key }))
    },
    patch: <Body>(path: string, body: unknown) => insist((by) => by.patch<Body>(path, body)),
  }
}

async function untilAnswered<Body>(
  { random, patienceMs, missed }: Stubbornness,
  ask: () => Promise<Answered<Body>>,
): Promise<Answered<Body>> {
  const deadline = performance.now() + patienceMs
  for (let tries = 0; ; tries++) {
    const tried = await Promise.race([ask(), hurried()]).catch((fault: unknown) => whyOf(fault))
    const why = typeof tried === 'string' ? tried : whyNotFinal(tried)
    if (typeof tried !== 'string' && why === undefined) return tried
    missed?.(String(why))
    if (performance.now() > deadline) throw new Unanswered(`gave up after ${tries + 1} tries: ${why}`)
    await pause(Math.min(LONGEST_PAUSE_MS, 25 * 2 ** tries) * (0.5 + random.unit()))
  }
}

const hurried = async (): Promise<string> => {
  await pause(ONE_TRY_MS, undefined, { ref: false })
  return 'no answer in time'
}

const whyOf = (fault: unknown): string => {
  const { code } = Object(Object(fault).cause)
  return typeof code === 'string' ? code : String(fault)
}

/** What an answer says that is none yet, or undefined for one that stands. */
function whyNotFinal({ status, body }: Answered<unknown>): string | undefined {
  const { code, type } = Object(body)
  if (status >= 500 || status === 429 || status === 401) return `${status}`
  if (code === 'idempotency_in_progress') return String(code)
  return status === 202 && type === 'processing' ? 'processing' : undefined
}
