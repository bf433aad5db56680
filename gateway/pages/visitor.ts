import { type Call, type Refusal, refuse } from '@souk/kit/contract'
import { type Ask, type CallContext, Unavailable } from '@souk/kit/service'
import type { Asking } from '../asking.ts'
import type { Tokens } from '../browsers/cookies.ts'

/** Whoever looks at a page: it asks in their name. */
export interface Visitor {
  readonly ask: Ask
  /** Asks for a change that is made once, however often it is asked for under the same key. */
  readonly askOnce: (key: string) => Ask
  readonly isSignedIn: boolean
  /** Whether it came over TLS. */
  readonly isSecure: boolean
  /** What inline scripts of this one answer are let in by. */
  readonly nonce: string
  /** Where the shop is, as the browser has it. */
  readonly origin: string
  /** What a browser is to keep of being signed in, or of being signed out: values of `set-cookie`. */
  readonly sessionCookies: (tokens: Tokens | undefined) => string[]
  /** What it keeps to stay signed in. */
  readonly refreshToken: string | undefined
  /** What nobody can guess, such as the key of an order to be made once. */
  readonly newKey: () => string
}

type Input = Record<string, unknown>

interface VisitorParts extends Pick<Visitor, 'sessionCookies' | 'refreshToken' | 'isSecure'> {
  readonly asking: Asking
  readonly context: CallContext
  readonly nonce: string
  readonly origin: string
  readonly newId: (prefix: string) => string
}

export const visitor = ({ asking, context, newId, ...kept }: VisitorParts): Visitor => ({
  ...kept,
  ask: (contract, input) => answered(askedFor(contract, input as Input, asking)) as never,
  askOnce: (key) => (contract, input) =>
    answered(asking.change(contract, input as Input, { alias: '', key })) as never,
  isSignedIn: context.caller.kind === 'customer',
  newKey: () => newId('key'),
})

const askedFor = (contract: Call, input: Input, asking: Asking) =>
  contract.method === 'GET' ? asking.read(contract, input) : asking.change(contract, input, { alias: '' })

type Answered = { ok: true; body: unknown } | { ok: false; refusal: Refusal }

/** What a page is told of a service that is away is a refusal like any other: the rest of the page is there. */
async function answered(asked: Promise<unknown>): Promise<Answered> {
  try {
    return (await asked) as Answered
  } catch (fault) {
    if (fault instanceof Unavailable) return { ok: false, refusal: refuse('unavailable') }
    throw fault
  }
}
