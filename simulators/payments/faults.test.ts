import { describe, expect, test } from 'vitest'
import { type Kind, kindsOf, openFaults, operations, overbooked } from './faults.ts'
import { lie } from './lie.ts'
import { sandbox } from './testing.ts'

const rates = { slow: 0.2, error_500: 0.2, timeout_after_effect: 0.2, webhook_duplicate: 0.5 }

describe('what is drawn', () => {
  const draw = (seed: number) => {
    const faults = openFaults()
    faults.plan({ seed, rates })
    return Array.from({ length: 40 }, () => faults.next('authorize').kind)
  }

  test('follows from the seed', () => {
    expect(draw(42)).toEqual(draw(42))
    expect(draw(42)).not.toEqual(draw(43))
  })

  test('does not depend on what else is asked in between', () => {
    const faults = openFaults()
    faults.plan({ seed: 42, rates })
    const drawn = Array.from({ length: 40 }, () => {
      faults.next('lookup')
      faults.next('webhook')
      return faults.next('authorize').kind
    })
    expect(drawn).toEqual(draw(42))
  })

  test.each(operations)('comes as often as its rate says: %s', (operation) => {
    const faults = openFaults()
    const kinds = kindsOf[operation]
    faults.plan({ seed: 7, rates: Object.fromEntries(kinds.map((kind) => [kind, 0.1])) })
    for (let n = 0; n < 2000; n++) faults.next(operation)
    const { injected } = faults.show()
    for (const kind of kinds) {
      expect(injected[kind]).toBeGreaterThan(140)
      expect(injected[kind]).toBeLessThan(260)
    }
    expect(Object.keys(injected)).toHaveLength(kinds.length)
  })

  test('is nothing when nothing is set, or no more', () => {
    const faults = openFaults()
    expect(faults.next('authorize').kind).toBe('none')
    faults.plan({ rates: { slow: 1 } })
    expect(faults.next('authorize').kind).toBe('slow')
    faults.clear()
    expect(faults.next('authorize').kind).toBe('none')
    expect(faults.show()).toMatchObject({ rates: {}, injected: {}, steps: [] })
  })
})

test('a script goes first, step by step for each operation', () => {
  const faults = openFaults()
  faults.plan({ rates: { error_500: 1 } })
  faults.script([
    { operation: 'authorize', fault: 'none' },
    { operation: 'capture', fault: 'slow' },
    { operation: 'authorize', fault: 'decline' },
  ])
  expect(faults.next('authorize').kind).toBe('none')
  expect(faults.next('authorize').kind).toBe('decline')
  expect(faults.next('authorize').kind).toBe('error_500')
  expect(faults.next('capture').kind).toBe('slow')
  expect(faults.show()).toMatchObject({ steps: [], injected: { decline: 1, error_500: 1, slow: 1 } })
})

test('rates of one operation add up to 1 at most', () => {
  expect(overbooked({ slow: 0.5, error_500: 0.5 })).toBeUndefined()
  expect(overbooked({ slow: 1, webhook_late: 1 })).toBeUndefined()
  expect(overbooked({ slow: 0.5, error_500: 0.6 })).toBe('authorize')
  expect(overbooked({ webhook_late: 0.5, wrong_amount: 0.6 })).toBe('webhook')
})

test('a lie tells more, less, and another currency', () => {
  const truth = { id: 'x', amount: 1999, currency: 'EUR', capturedAmount: 1999 }
  const lies = [0, 1, 2].map((turn) => JSON.parse(lie(JSON.stringify(truth), turn)))
  expect(lies).toMatchObject([
    { amount: 2000, capturedAmount: 2000, currency: 'EUR' },
    { amount: 1998, capturedAmount: 1998, currency: 'EUR' },
    { amount: 1999, capturedAmount: 1999, currency: 'USD' },
  ])
  expect(JSON.parse(lie(JSON.stringify({ type: 't', data: truth }), 0)).data.amount).toBe(2000)
  expect(lie('{"error":{}}', 0)).toBe('{"error":{}}')
})

describe('over HTTP', () => {
  test('is set, shown with what was injected, and taken back', async () => {
    const { ask, put, pay } = await sandbox()
    const set = await put('/faults', { seed: 42, rates: { decline: 1 }, slowMs: 5, holdMs: 50 })
    expect(set.body).toMatchObject({ seed: 42, rates: { decline: 1 }, slowMs: 5, holdMs: 50, injected: {} })
    expect((await pay('tok_visa')).body).toMatchObject({ status: 'declined', declineReason: 'card_declined' })
    expect((await ask('/faults')).body).toMatchObject({ injected: { decline: 1 }, forgedTaken: 0 })
    const cleared = await ask('/faults', { method: 'DELETE' })
    expect(cleared.body).toMatchObject({ rates: {}, injected: {} })
    expect((await pay('tok_visa', { key: 'other' })).body.status).toBe('captured')
  })

  test.each<[string, string, object]>([
    ['a kind there is not', '/faults', { rates: { gremlins: 1 } }],
    ['more than always', '/faults', { rates: { slow: 1.1 } }],
    ['more than always together', '/faults', { rates: { slow: 0.6, decline: 0.6 } }],
    ['a wait past a minute', '/faults', { holdMs: 60_001 }],
    ['an operation there is not', '/faults/script', { steps: [{ operation: 'steal', fault: 'slow' }] }],
    ['a lookup that lies', '/faults/script', { steps: [{ operation: 'lookup', fault: 'wrong_amount' }] }],
    ['an early capture', '/faults/script', { steps: [{ operation: 'capture', fault: 'webhook_early' }] }],
  ])('refuses %s', async (_what, path, body) => {
    const { put } = await sandbox()
    const refused = await put(path, body)
    expect([refused.status, refused.body.error?.code]).toEqual([422, 'invalid_request'])
  })

  test('is for who has the key', async () => {
    const { url } = await sandbox()
    for (const method of ['GET', 'DELETE'])
      expect((await fetch(`${url}/faults`, { method })).status).toBe(401)
  })
})

test.each(operations.filter((one) => one !== 'webhook'))(
  '%s may be told to fail in every way it can',
  async (operation) => {
    const { put, script, ask, post, pay } = await sandbox()
    await put('/faults', { slowMs: 1, holdMs: 20 })
    const { id } = (await pay('tok_authorize', { key: 'held' })).body
    await post(`/v1/payments/${id}/capture`, { key: 'part', body: { amount: 900 } })
    const calls = {
      authorize: (key: string) => pay('tok_visa', { key }),
      capture: (key: string) => post(`/v1/payments/${id}/capture`, { key, body: { amount: 1 } }),
      void: (key: string) => post(`/v1/payments/${id}/void`, { key }),
      refund: (key: string) =>
        post(`/v1/payments/${id}/refunds`, { key, body: { amount: 1, reference: 'r' } }),
      lookup: () => ask(`/v1/payments/${id}`),
    }
    const call = (kind: Kind) => calls[operation](`${operation} ${kind}`)
    for (const kind of kindsOf[operation].filter((one) => one.startsWith('timeout'))) {
      await script(`${operation} ${kind}`)
      await expect(call(kind)).rejects.toThrow()
    }
    for (const [kind, status] of [
      ['error_500', 500],
      ['rate_limited', 429],
    ] as const) {
      await script(`${operation} ${kind}`)
      const answered = await call(kind)
      expect(answered.status).toBe(status)
      expect(answered.headers.get('retry-after')).toBe(kind === 'rate_limited' ? '1' : null)
    }
    await script(`${operation} slow`)
    expect((await call('error_500')).status).toBeLessThan(500)
  },
)
