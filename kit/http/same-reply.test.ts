import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call, Reply } from '../contract/index.ts'
import { systemRandom } from '../runtime/index.ts'
import { type CallContext, type Caller, Unavailable } from '../service/index.ts'
import { newTrace } from '../telemetry/index.ts'
import { type Apart, openApart, testContext } from './fixtures/open-apart.ts'
import { parrot, parrotCalls } from './fixtures/parrot.ts'

const { show, put, teach, lend, poke, page, sing, hear, work } = parrotCalls
const gateway: Caller = { kind: 'service', name: 'gateway' }
const trace = newTrace(systemRandom, true)
let apart: Apart
beforeAll(async () => {
  apart = await openApart(parrot())
})
afterAll(() => apart.close())

type More = Partial<CallContext>
/** What both ways answered, with streams read to their end. */
async function both(contract: Call, input: object, more: () => More = () => ({})) {
  const ways = [apart.direct, apart.http]
  const replies: unknown[] = []
  for (const [index, way] of ways.entries()) {
    const context = testContext({ trace, ...more() })
    // Each way its own key: what is compared is a first answer.
    const idempotencyKey = context.idempotencyKey && `${context.idempotencyKey}${index}`
    replies.push(
      await read(await way(contract, input as Record<string, unknown>, { ...context, idempotencyKey })),
    )
  }
  return { direct: replies[0], http: replies[1] }
}
async function read(reply: Reply): Promise<unknown> {
  if (!reply.ok || 'rendered' in reply || !(reply.body instanceof Readable)) return reply
  return { ...reply, body: await text(reply.body) }
}

const callers: Caller[] = [
  { kind: 'guest', address: '127.0.0.1' },
  { kind: 'customer', id: 'cus_1', address: '::1' },
  { kind: 'staff', id: 'staff_1', scopes: ['orders:read', 'ümlaut'] },
  { kind: 'operator' },
  gateway,
]

describe('within a process and between two', () => {
  it.each(callers)('the caller arrives as it was: $kind', async (caller) => {
    const { direct, http } = await both(show, { id: 'a' }, () => ({ caller }))
    expect(http).toEqual(direct)
    expect(http).toMatchObject({ body: { told: { caller, traceId: trace.traceId } } })
  })

  it.each<[string, Call, object, More?]>([
    ['a path that must be escaped', show, { id: 'a/b ü%2F?#$&' }],
    ['a path that looks like a way upwards', show, { id: '..' }],
    ['a long path', show, { id: 'x'.repeat(400) }],
    ['a path too long', show, { id: 'x'.repeat(401) }],
    ['a path that is empty', show, { id: '' }],
    ['a path with a NUL', show, { id: 'a\u0000' }],
    ['a query', show, { id: 'a', word: 'a&b=ü +', times: 3 }],
    ['a record in a query', show, { id: 'a', tag: { 'a.b&': ['c=ü', 'd'], e: ['f'] } }],
    [
      'a record in a query, as an address has it',
      show,
      { id: 'a', 'tag.a': 'b', 'tag.__proto__': ['c', 'd'] },
    ],
    ['a record with too many names', show, { id: 'a', 'tag.a': '1', 'tag.b': '2', 'tag.c': '3' }],
    ['a record with too many values', show, { id: 'a', tag: { a: ['1', '2', '3', '4'] } }],
    ['a record without a name', show, { id: 'a', 'tag.': 'b' }],
    ['a record that is a text', show, { id: 'a', tag: 'b' }],
    ['a query of the wrong type', show, { id: 'a', times: 'many' }],
    ['a query given twice', show, { id: 'a', word: ['b', 'c'] }],
    ['a field nobody knows in a GET', show, { id: 'a', cage: 1 }],
    ['a field nobody knows without a body', poke, { id: 'a', cage: 1 }],
    ['path, query and body', put, { id: 'a', loud: true, word: '🦜', list: [1, 2] }],
    ['a field that is undefined', put, { id: 'a', word: 'b', list: undefined }],
    ['a field missing, one too many, one wrong', put, { id: 'a', list: [1.5], cage: 1 }],
    ['half a surrogate pair', put, { id: 'a', word: '\ud800' }],
    ['a body that is no object', put, { id: 'a', $body: [1] }],
    ['a refusal of its own, with errors and facts', put, { id: 'a', word: 'damn' }],
    ['a version', put, { id: 'a', word: 'b' }, { ifMatch: '"7"' }],
    ['no key where one is required', teach, { word: 'a' }],
    ['an empty key', teach, { word: 'a' }, { idempotencyKey: '' }],
    ['a key beyond ASCII', teach, { word: 'a' }, { idempotencyKey: 'ü' }],
    ['an answer with a header', teach, { word: 'slow' }, { idempotencyKey: 'slow' }],
    ['a feature that keeps its keys', lend, {}, { idempotencyKey: 'k' }],
    ['nothing to say', poke, { id: 'a' }],
    ['bytes with a tag', page, { id: 'a' }],
    ['a stream with a header', sing, { id: 'a' }],
    ['a stream of another type', sing, { id: 'scribe' }],
    ['a stream that is refused', sing, { id: 'mute' }],
    ['a call of the fleet', work, { fails: 'no' }, { caller: gateway }],
    ['a call of the fleet, from outside', work, { fails: 'no' }],
    ['"unavailable" as an answer', work, { fails: 'refused' }, { caller: gateway }],
  ])('the reply is the same: %s', async (_name, contract, input, more) => {
    const { direct, http } = await both(contract, input, () => more ?? {})
    expect(direct).toBeDefined()
    expect(http).toEqual(direct)
  })

  it('a key repeated gives the same answer again', async () => {
    for (const way of [apart.direct, apart.http]) {
      const ask = () => way(teach, { word: 'again' }, testContext({ trace, idempotencyKey: 'again' }))
      await ask()
      expect(await ask()).toMatchObject({ ok: true, status: 201, replayed: true })
      expect(await way(teach, { word: 'other' }, testContext({ idempotencyKey: 'again' }))).toMatchObject({
        refusal: { code: 'idempotency_key_reused' },
      })
    }
  })

  it.each(['application/json', 'text/csv', 'Text/X "odd"; ü'])(
    'an upload arrives as %s',
    async (contentType) => {
      const { direct, http } = await both(hear, {}, () => ({
        upload: {
          contentType,
          headers: { 'webhook-id': 'msg_1', 'webhook-signature': 'v1,abc=', host: 'shop', cookie: 'a=b' },
          stream: Readable.from([
            Buffer.from('{"a": 1,'),
            Buffer.alloc(200_000, ' '),
            Buffer.from('"b": "ü"}'),
          ]),
        },
      }))
      expect(http).toEqual(direct)
      expect(http).toMatchObject({
        body: { told: { type: contentType, webhook: [['webhook-id', 'msg_1'], {}] } },
      })
    },
  )

  it.each([
    ['unavailable', Unavailable],
    ['fault', Error],
  ])('what is thrown is thrown: %s', async (fails, kind) => {
    for (const way of [apart.direct, apart.http]) {
      const asked = Promise.resolve(way(work, { fails }, testContext({ caller: gateway })))
      const thrown = await asked.catch((fault: unknown) => fault)
      expect(thrown).toBeInstanceOf(kind)
      expect(thrown instanceof Unavailable).toBe(kind === Unavailable)
    }
  })

  it('nobody is asked when no time is left', async () => {
    for (const way of [apart.direct, apart.http])
      await expect(async () => way(show, { id: 'a' }, testContext({ deadline: 1 }))).rejects.toThrow(
        Unavailable,
      )
  })
})
