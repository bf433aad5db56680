import type { Ask, Asking, Told } from '../asking/ask.ts'
import type { Outcome } from './sale-tally.ts'

export interface Wish {
  readonly sku: string
  readonly currency: string
  readonly buyers: number
  /** How many each of them wants. */
  readonly units: number
}

export interface SaleParts {
  readonly ask: Ask
  readonly now: () => number
  readonly rest: (ms: number) => Promise<void>
  /** Told of each buyer who is ready, and of each who was answered. */
  readonly tell: (ready: number, outcomes: readonly Outcome[]) => void
}

/** A browser opens six connections to a host: more at once would only wait in it. */
const AT_ONCE = 6
const ASKED_AT_MOST = 30
const REST_MS = 1_000
const METHOD = 'sandbox_card'
const ADDRESS = {
  name: 'Ada Lovelace',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
}

/**
 * Buyers who put the same thing into their carts, and then all want to pay at one moment. Nothing where the shop takes
 * no test cards: then it sells for real.
 */
export async function runSale(wish: Wish, parts: SaleParts): Promise<readonly Outcome[] | undefined> {
  const shippingOptionId = await tryOut(wish, parts)
  if (shippingOptionId === undefined) return undefined
  const outcomes: Outcome[] = []
  const carts: string[] = []
  const end = (outcome: Outcome) => {
    outcomes.push(outcome)
    parts.tell(carts.length, outcomes)
  }
  await each(wish.buyers, async (buyer) => {
    const cart = await fill(wish, { buyer, shippingOptionId }, parts)
    if (typeof cart !== 'string') return end(cart)
    carts.push(cart)
    parts.tell(carts.length, outcomes)
  })
  await each(carts.length, async (turn) => end(await complete(carts[turn] as string, parts)))
  return outcomes
}

interface Listed {
  readonly items: readonly { readonly id: string }[]
}

/** A cart that nobody pays: how it would be delivered, if the sandbox would take the money. */
async function tryOut(wish: Wish, parts: SaleParts): Promise<string | undefined> {
  const cart = await fill(wish, { buyer: 0, shippingOptionId: undefined }, parts)
  if (typeof cart !== 'string') return undefined
  const [methods, options] = await Promise.all(
    ['payment-methods', 'shipping-options'].map((list) => patiently<Listed>(`${cart}/${list}`, {}, parts)),
  )
  const isTest = methods?.ok === true && methods.answer.items.some(({ id }) => id === METHOD)
  return isTest && options?.ok ? options.answer.items[0]?.id : undefined
}

/** Does it so many times, a few at once. */
async function each(times: number, work: (turn: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < times) await work(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

interface Buyer {
  readonly buyer: number
  readonly shippingOptionId: string | undefined
}

async function fill(
  { sku, currency, units }: Wish,
  { buyer, shippingOptionId }: Buyer,
  parts: SaleParts,
): Promise<string | Outcome> {
  const made = await patiently<{ id: string }>('/store/v1/carts', post({ currency }), parts)
  if (!made.ok) return outcomeOf(made)
  const cart = `/store/v1/carts/${made.answer.id}`
  const line = await patiently(`${cart}/lines`, post({ sku, quantity: units }), parts)
  if (!line.ok) return outcomeOf(line)
  const details = { email: `buyer-${buyer + 1}@example.com`, shippingAddress: ADDRESS }
  const body = { ...details, ...(shippingOptionId !== undefined && { shippingOptionId }) }
  const ready = await patiently(cart, { method: 'PATCH', body }, parts)
  return ready.ok ? cart : outcomeOf(ready)
}

interface Completed {
  readonly order?: { readonly status: string; readonly timeline: readonly { traceId?: string }[] }
}

/** Asks until it is known; the same key makes that safe. */
async function complete(cart: string, parts: SaleParts): Promise<Outcome> {
  const begun = parts.now()
  const headers = { 'idempotency-key': `flash-sale-${cart.slice(-26)}` }
  const wish = { ...post({ paymentMethodId: METHOD, paymentToken: 'tok_visa' }), headers }
  for (let turn = 0; turn < ASKED_AT_MOST; turn++) {
    const told = await patiently<Completed>(`${cart}/complete`, wish, parts)
    const answeredAfterMs = parts.now() - begun
    if (!told.ok) return { ...outcomeOf(told), answeredAfterMs }
    const { order } = told.answer
    if (order?.status === 'confirmed')
      return { kind: 'won', answeredAfterMs, traceId: order.timeline[0]?.traceId }
    await parts.rest(REST_MS)
  }
  return { kind: 'unanswered' }
}

/** Whoever is told to come back later, or nothing, does. */
async function patiently<Answer>(
  path: string,
  asking: Asking,
  { ask, rest }: SaleParts,
): Promise<Told<Answer>> {
  let told = await ask<Answer>(path, asking)
  for (let turn = 1; turn < ASKED_AT_MOST && !told.ok && isPassing(told.trouble); turn++) {
    await rest(REST_MS)
    told = await ask<Answer>(path, asking)
  }
  return told
}

type Trouble = Extract<Told<unknown>, { ok: false }>['trouble']

const isPassing = (trouble: Trouble): boolean =>
  trouble.kind === 'away' || trouble.problem.status === 429 || trouble.problem.status === 503

function outcomeOf({ trouble }: { trouble: Trouble }): Outcome {
  if (trouble.kind === 'away') return { kind: 'unanswered' }
  const { code, title } = trouble.problem
  return code === 'out_of_stock' ? { kind: 'lost' } : { kind: 'refused', why: title }
}

const post = (body: unknown): Asking => ({ method: 'POST', body })
