import { money } from '@souk/contracts/money'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Delivery, openSandbox } from './fixtures/sandbox.ts'
import { providerSuite } from './provider.suite.ts'
import { sandboxProvider } from './sandbox.ts'

providerSuite('sandbox', async () => {
  const sandbox = await openSandbox()
  const told: Delivery[] = []
  sandbox.receiveWith(async (delivery) => {
    told.push(delivery)
    return 204
  })
  return {
    provider: sandbox.provider,
    stranger: sandbox.stranger,
    methodId: 'sandbox_card',
    tokens: {
      pays: 'tok_visa',
      holds: 'tok_authorize',
      declines: 'tok_declined',
      challenges: 'tok_3ds',
      hangs: 'tok_timeout_after_charge',
      later: 'tok_webhook_only',
    },
    failing: (status, work) =>
      during(sandbox, status === 429 ? 'rate_limited' : 'error_500', () => work(sandbox.another())),
    lying: (work) => during(sandbox, 'wrong_amount', work),
    approve: (url) => sandbox.press(url, 'approve'),
    async nextEvent(reference) {
      const find = () => told.find(({ body }) => JSON.parse(body.toString()).data.reference === reference)
      return await until(find)
    },
    now: () => Date.now(),
    close: sandbox.close,
  }
})

type Sandbox = Awaited<ReturnType<typeof openSandbox>>

async function during<T>(sandbox: Sandbox, fault: string, work: () => Promise<T>): Promise<T> {
  await sandbox.misbehave({ rates: { [fault]: 1 } })
  try {
    return await work()
  } finally {
    await sandbox.behave()
  }
}

/** Looks again and again, for ten seconds at most. */
async function until<T>(find: () => T | undefined): Promise<T> {
  const end = performance.now() + 10_000
  for (;;) {
    const found = find()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error('it did not come')
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('the sandbox adapter', () => {
  let sandbox: Awaited<ReturnType<typeof openSandbox>>
  beforeAll(async () => {
    sandbox = await openSandbox()
  })
  afterAll(() => sandbox.close())

  const wish = (token: string) => {
    const orderId = `ord_${token}`
    return {
      key: `${orderId}-1`,
      reference: 'pay_1',
      orderId,
      amount: money(100, 'EUR'),
      methodId: 'sandbox_card',
      token,
    }
  }

  it('waits for an answer that takes three seconds', async () => {
    expect(await sandbox.provider.authorize(wish('tok_slow'))).toMatchObject({
      is: 'known',
      report: { state: 'succeeded', captured: 100 },
    })
  })

  it('does not know, rather than fails, when nobody listens', async () => {
    const nobody = sandboxProvider({ url: 'http://127.0.0.1:1', apiKey: 'x', webhookSecret: 'x' })
    expect(await nobody.authorize(wish('tok_visa'))).toMatchObject({ is: 'unknown' })
    expect(await nobody.find('k')).toMatchObject({ is: 'unknown' })
  })

  it('pages through the provider’s book', async () => {
    for (const turn of [1, 2, 3])
      await sandbox.provider.authorize({ ...wish('tok_visa'), key: `book-${turn}` })
    const first = await sandbox.provider.ledger?.({ limit: 4 })
    const rest = await sandbox.provider.ledger?.({ limit: 100, cursor: first?.nextCursor ?? '' })
    expect(first?.items).toHaveLength(4)
    const ids = [...(first?.items ?? []), ...(rest?.items ?? [])].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(rest?.nextCursor).toBeNull()
  })
})
