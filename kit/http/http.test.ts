import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorsCalls } from '../contract/index.ts'
import { systemClock } from '../runtime/index.ts'
import { type Dispatch, Unavailable } from '../service/index.ts'
import { createMetrics } from '../telemetry/index.ts'
import { put, show, showRendered, toy } from '../testing/toy/toy.ts'
import { type Apart, openApart, testContext } from './fixtures/open-apart.ts'
import { serveContracts } from './routes.ts'

let apart: Apart
let open: FastifyInstance
const carriers: Record<string, Dispatch> = {}

beforeAll(async () => {
  const definition = toy()
  apart = await openApart(definition)
  carriers.direct = apart.direct
  carriers.http = apart.http
  open = Fastify({ bodyLimit: 2_000 })
  serveContracts(
    open,
    definition.answers.map(({ contract }) => contract),
    {
      dispatch: apart.direct,
      metrics: createMetrics(),
      contextOf: () => testContext(),
      traceIdOf: () => 'trace',
      logFault: () => {},
    },
  )
})
afterAll(async () => {
  await open.close()
  await apart.close()
})
const context = testContext

describe.each(['direct', 'http'])('a call carried %s', (how) => {
  const carry: Dispatch = (...call) => (carriers[how] as Dispatch)(...call)

  it('answers with status and body', async () => {
    expect(await carry(put, { shelf: `1 ${how}/ü`, count: 2 }, context())).toMatchObject({
      ok: true,
      status: 201,
      body: { count: 2 },
    })
    expect(await carry(show, { shelf: `1 ${how}/ü`, times: 3 }, context())).toMatchObject({
      body: { count: 6 },
    })
  })

  it('refuses with code, detail and errors', async () => {
    const refused = await carry(put, { shelf: 'x', count: 99 }, context())
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_request', errors: [{ path: 'count', code: 'too_large' }] },
    })
  })

  it('replays what a key did before', async () => {
    const carried = () =>
      carry(put, { shelf: `2${how}`, count: 2 }, context({ idempotencyKey: `key-${how}` }))
    await carried()
    expect(await carried()).toMatchObject({ ok: true, replayed: true, body: { count: 2 } })
  })

  it('hands bytes on with their tag', async () => {
    expect(await carry(showRendered, { shelf: 'z' }, context())).toMatchObject({ rendered: { etag: '"z"' } })
  })

  it('reaches what every service answers operators', async () => {
    const { listSagas, replayDeadLetters } = operatorsCalls('toy')
    const asOperator = context({ caller: { kind: 'operator' } })
    expect(await carry(listSagas, { state: 'stuck' }, asOperator)).toMatchObject({ body: { items: [] } })
    expect(await carry(replayDeadLetters, { limit: 5 }, asOperator)).toMatchObject({ body: { replayed: 0 } })
    expect(await carry(listSagas, {}, context())).toMatchObject({ refusal: { code: 'unauthenticated' } })
  })

  it('is not answered when nobody waits any more', async () => {
    const late = async () => carry(show, { shelf: 'x' }, context({ deadline: systemClock.now() - 1 }))
    await expect(late()).rejects.toThrow(Unavailable)
  })
})

describe('a service alone', () => {
  it('tells that it lives, is ready, and how it fares', async () => {
    expect((await fetch(`${apart.address}/livez`)).status).toBe(200)
    expect((await fetch(`${apart.address}/readyz`)).status).toBe(200)
    const metrics = await (await fetch(`${apart.address}/metrics`)).text()
    expect(metrics).toContain('souk_call_duration_seconds_count{service="toy",call="put",outcome="201"}')
    expect(metrics).toContain('souk_event_lag_seconds{service="toy",queue="outbox"}')
  })
})

describe('over plain HTTP', () => {
  const post = (payload: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    open.inject({ method: 'POST', url: '/toy/a/things', payload, headers })

  it.each([
    ['bad JSON', '{"count": ', 400, 'malformed_json'],
    ['a list instead of an object', '[1]', 422, 'invalid_request'],
    ['a body too large', JSON.stringify({ count: 1, note: 'x'.repeat(3_000) }), 413, 'body_too_large'],
    ['a wrong field', '{"count":1,"cnt":2}', 422, 'invalid_request'],
  ])('answers %s with a problem that says so', async (_name, payload, status, code) => {
    const response = await post(payload)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({
      code,
      status,
      traceId: 'trace',
      type: `urn:souk:problem:${code}`,
    })
  })

  it('does not let a body rename what the path says', async () => {
    const response = await post('{"count":1,"shelf":"other"}')
    expect([200, 201, 422]).toContain(response.statusCode)
    if (response.statusCode === 201) expect(response.json()).toMatchObject({ shelf: 'a' })
  })

  it('answers another method with 405 and what is allowed', async () => {
    const response = await open.inject({ method: 'PUT', url: '/toy/a/things' })
    expect(response.statusCode).toBe(405)
    expect(response.headers.allow).toBe('POST')
  })

  it('answers 304 while the tag is current', async () => {
    const response = await open.inject({ url: '/toy/q/page', headers: { 'if-none-match': '"q"' } })
    expect(response.statusCode).toBe(304)
    expect(
      (await open.inject({ url: '/toy/q/page', headers: { 'if-none-match': '"old"' } })).statusCode,
    ).toBe(200)
  })
})
