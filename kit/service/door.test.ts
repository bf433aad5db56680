import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guest, openStage, type Stage, staff, testCluster } from '../testing/index.ts'
import { charge, clear, put, show, thingsPut, toy } from '../testing/toy/toy.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage([toy()], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const ask = (input: object, contract = put) => stage.reply(contract, input, { as: guest })

describe('what a door checks', () => {
  it.each([
    ['a field nobody knows', { shelf: 'a', count: 1, price: 1 }, 'price', 'unknown_field'],
    ['a missing field', { shelf: 'a' }, 'count', 'missing'],
    ['a fraction', { shelf: 'a', count: 1.5 }, 'count', 'wrong_type'],
    ['a number as text', { shelf: 'a', count: '1' }, 'count', 'wrong_type'],
    ['a number too large', { shelf: 'a', count: 11 }, 'count', 'too_large'],
    [
      'a text too long, counted in characters',
      { shelf: 'a', count: 1, note: '🫖'.repeat(21) },
      'note',
      'too_long',
    ],
    ['a NUL', { shelf: 'a', count: 1, note: 'a\u0000b' }, 'note', 'wrong_format'],
    ['half a surrogate pair', { shelf: 'a', count: 1, note: 'a\ud800' }, 'note', 'wrong_format'],
  ])('refuses %s with its path', async (_name, input, path, code) => {
    expect(await ask(input)).toMatchObject({ refusal: { code: 'invalid_request', errors: [{ path, code }] } })
  })

  it('takes emoji and right-to-left text as given', async () => {
    expect(await ask({ shelf: 'b', count: 1, note: '🫖 مرحبا' })).toMatchObject({ ok: true })
  })

  it('reads numbers in a query and fills in defaults', async () => {
    await ask({ shelf: 'c', count: 2 })
    expect(await stage.reply(show, { shelf: 'c', times: '3' }, { as: guest })).toMatchObject({
      body: { count: 6 },
    })
    expect(await stage.reply(show, { shelf: 'c' }, { as: guest })).toMatchObject({ body: { count: 2 } })
  })

  it('lets staff of the right scope alone in', async () => {
    const as = (scopes: string[]) =>
      stage.reply(clear, { shelf: 'c' }, { as: { kind: 'staff', id: 's', scopes } })
    expect(await stage.reply(clear, { shelf: 'c' }, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
    expect(
      await stage.reply(clear, { shelf: 'c' }, { as: { kind: 'customer', id: 'c', address: '' } }),
    ).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await as(['orders:write'])).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await as(['toy:write'])).toMatchObject({ ok: true, status: 204 })
    expect(await stage.reply(clear, { shelf: 'c' }, { as: staff })).toMatchObject({ ok: true })
  })
})

describe('a refusal', () => {
  it('rolls everything back, the announcement too', async () => {
    const before = stage.announced(thingsPut).length
    await ask({ shelf: 'd', count: 10 })
    expect(await ask({ shelf: 'd', count: 10 })).toMatchObject({ refusal: { code: 'shelf_full' } })
    expect(await stage.reply(show, { shelf: 'd' }, { as: guest })).toMatchObject({ body: { count: 10 } })
    await stage.settle()
    expect(stage.announced(thingsPut).filter(({ subject }) => subject === 'd')).toHaveLength(1)
    expect(stage.announced(thingsPut).length).toBeGreaterThan(before)
  })

  it('throws a fault of the database as a fault', async () => {
    await expect(
      Promise.all([
        ask({ shelf: 'e', count: 10 }),
        ask({ shelf: 'e', count: 10 }),
        ask({ shelf: 'e', count: 10 }),
      ]),
    ).resolves.toBeDefined()
    expect(await stage.reply(show, { shelf: 'e' }, { as: guest })).toMatchObject({ body: { count: 10 } })
  })
})

describe('an idempotency key', () => {
  const putWith = (key: string, input: object, as = guest) => stage.reply(put, input, { as, key })

  it('gives the stored answer again, and does the thing once', async () => {
    const first = await putWith('k1', { shelf: 'f', count: 2 })
    const again = await putWith('k1', { count: 2, shelf: 'f' })
    expect(again).toEqual({ ...first, replayed: true })
    expect(await stage.reply(show, { shelf: 'f' }, { as: guest })).toMatchObject({ body: { count: 2 } })
  })

  it('is refused for another payload', async () => {
    await putWith('k2', { shelf: 'g', count: 2 })
    expect(await putWith('k2', { shelf: 'g', count: 3 })).toMatchObject({
      refusal: { code: 'idempotency_key_reused' },
    })
  })

  it('never opens another caller’s answer', async () => {
    await putWith('k3', { shelf: 'h', count: 2 })
    const other = { kind: 'customer' as const, id: 'cus_other', address: '' }
    const reply = await putWith('k3', { shelf: 'h', count: 2 }, other)
    expect(reply).toMatchObject({ ok: true, body: { count: 4 } })
    expect(reply).not.toHaveProperty('replayed')
  })

  it('does the thing once when ten requests come at the same moment', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => putWith('k4', { shelf: 'i', count: 1 })),
    )
    expect(replies.some(({ ok }) => ok)).toBe(true)
    for (const reply of replies) if (!reply.ok) expect(reply.refusal.code).toBe('idempotency_in_progress')
    expect(await stage.reply(show, { shelf: 'i' }, { as: guest })).toMatchObject({ body: { count: 1 } })
  })

  it('guards a process too: one run, the same answer, and a free key after a fault', async () => {
    const run = (input: object) => stage.reply(charge, { shelf: 'j', ...input }, { as: guest, key: 'k5' })
    await expect(run({ fails: true })).rejects.toThrow('the stranger did not answer')
    const first = await run({})
    expect(await run({})).toEqual({ ...first, replayed: true })
    expect(await stage.reply(charge, { shelf: 'j' }, { as: guest })).toMatchObject({
      refusal: { code: 'idempotency_key_required' },
    })
  })
})
