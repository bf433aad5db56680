import { listSigningKeys, showSession } from '@souk/contracts/accounts'
import { systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import { type Dispatch, Unavailable } from '@souk/kit/service'
import { createMetrics, noMemory, silentLog, silentTracer } from '@souk/kit/telemetry'
import { guest, openStage, type Stage, testCluster } from '@souk/kit/testing'
import type { FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errands, type Mood, run } from '../../kit/testing/toy/errands.ts'
import { put, toy } from '../../kit/testing/toy/toy.ts'
import { openGateway } from '../open-gateway.ts'

interface Listed {
  items: { id: string; key: string; consumer: string; eventId: string; attempts: number }[]
  nextCursor: string | null
  unavailable: string[]
}

const ear = { isPoisoned: true }
const mood: Mood = { brings: 'later', takesBack: true, hears: false }
let stage: Stage
let gateway: FastifyInstance
let tokenOf: (kind: 'customer' | 'staff', scopes?: string[]) => Promise<string>

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }
  tokenOf = (kind, scopes) =>
    new SignJWT({ kind, sid: 'ses_1', scopes })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setSubject(`${kind}_ada`)
      .setIssuer('souk')
      .setAudience('souk')
      .setExpirationTime('5 minutes')
      .sign(privateKey)
  stage = await openStage([toy(ear), errands(mood)], {
    cluster: testCluster(),
    shownToOperators: new Set(['shelf', 'errand']),
  })
  const dispatch: Dispatch = async (contract, input, { caller }) => {
    if (contract.name === listSigningKeys.name) return { ok: true, status: 200, body: { keys: [jwk] } }
    if (contract.name === showSession.name) return { ok: true, status: 200, body: { isActive: true } }
    if (contract.service === 'absent') throw new Unavailable('absent is not running')
    return await stage.reply(contract, input, { as: caller })
  }
  gateway = openGateway({
    environment: {
      clock: systemClock,
      random: systemRandom,
      ids: timeOrderedIds(systemClock, systemRandom),
      log: silentLog,
      memory: noMemory(systemClock),
      metrics: createMetrics(),
      tracer: () => silentTracer,
      checksAnswers: true,
    },
    dispatch,
    isReady: async () => true,
    serviceNames: ['toy', 'errands', 'absent'],
    services: async () => [],
    isRateLimited: false,
    isSecure: false,
    isOpenOnLoopback: true,
    readsSampled: 0,
    graphql: { isExplorable: true },
  }).app
  for (const name of ['a', 'b', 'c']) {
    stage.clock.forward(1)
    await stage.reply(put, { shelf: name, count: 1, note: 'poison' }, { as: guest })
    await stage.reply(run, { errand: name }, { as: guest })
  }
  await stage.settleUntil(async () => (await get('/ops/dead-letters')).items.length === 6)
})
afterAll(async () => {
  await gateway.close()
  await stage.stop()
})

const ask = (url: string, more: { method?: 'POST'; headers?: object; remoteAddress?: string } = {}) =>
  gateway.inject({ url, headers: { host: 'localhost', ...more.headers }, ...pick(more) })
const pick = ({ method, remoteAddress }: { method?: 'POST'; remoteAddress?: string }) => ({
  ...(method && { method, payload: {} }),
  ...(remoteAddress && { remoteAddress }),
})
const get = async (url: string): Promise<Listed> => {
  const answer = await ask(url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const post = (url: string) => ask(url, { method: 'POST' })
const unknownSaga = 'saga_01h455vb4pex5vsknk084sn02q'

describe('a list over all services', () => {
  const pages = async (path: string, limit: number) => {
    const found: Listed[] = []
    for (let cursor: string | null = ''; cursor !== null; cursor = found.at(-1)?.nextCursor ?? null)
      found.push(await get(`${path}?limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
    return found
  }

  it.each(['/ops/dead-letters', '/ops/sagas'])('%s is the same page by page and whole', async (path) => {
    const whole = await get(path)
    expect(whole.nextCursor).toBeNull()
    for (const limit of [1, 2, 5]) {
      const paged = await pages(path, limit)
      expect(paged.flatMap(({ items }) => items)).toEqual(whole.items)
      expect(paged.every(({ items }) => items.length <= limit)).toBe(true)
    }
  })

  it('puts the newest first, and one event’s letters side by side', async () => {
    const { items } = await get('/ops/dead-letters')
    expect(items.map(({ consumer }) => consumer)).toEqual([
      'toy',
      'errands',
      'toy',
      'errands',
      'toy',
      'errands',
    ])
    expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(3)
    expect((await get('/ops/sagas')).items.map(({ key }) => key)).toEqual(['c', 'b', 'a'])
  })

  it('names who could not be asked', async () => {
    expect((await get('/ops/sagas')).unavailable).toEqual(['absent'])
    expect((await get('/ops/dead-letters?consumer=toy')).unavailable).toEqual([])
  })

  it('is narrowed by consumer, type and state, and refuses what there is not', async () => {
    expect((await get('/ops/dead-letters?consumer=errands')).items).toHaveLength(3)
    expect((await get('/ops/dead-letters?type=toy.other.v1')).items).toEqual([])
    expect((await get('/ops/sagas?state=waiting')).items).toHaveLength(3)
    expect((await get('/ops/sagas?state=stuck')).items).toEqual([])
    for (const query of [
      'dead-letters?consumer=toi',
      'sagas?state=lost',
      'sagas?cursor=x',
      'sagas?limit=0',
    ]) {
      const answer = await ask(`/ops/${query}`)
      expect([answer.statusCode, answer.json().code], query).toEqual([422, 'invalid_request'])
    }
  })
})

describe('one of them', () => {
  it('is not found where nobody has it, and unavailable where somebody could not be asked', async () => {
    expect((await post('/ops/dead-letters/toy.evt_1/replay')).statusCode).toBe(404)
    expect((await post('/ops/dead-letters/nobody.evt_1/replay')).statusCode).toBe(404)
    const answer = await ask(`/ops/sagas/${unknownSaga}`)
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'unavailable'])
    expect(answer.json().detail).toContain('absent')
    expect((await post('/ops/dead-letters/absent.evt_1/replay')).statusCode).toBe(503)
  })

  it('is retried by whoever asks, by name, and refuses once it is over', async () => {
    const saga = (await get('/ops/sagas?state=waiting')).items[0]
    mood.brings = 'at once'
    const asOperator = { authorization: `Bearer ${await tokenOf('staff', ['operator'])}` }
    const retried = await ask(`/ops/sagas/${saga?.id}/retry`, { method: 'POST', headers: asOperator })
    expect(retried.statusCode, retried.body).toBe(200)
    await stage.settle()
    const shown = (await ask(`/ops/sagas/${saga?.id}`)).json()
    expect(shown).toMatchObject({ state: 'completed', memory: { letter: '[hidden]' } })
    expect(shown.steps[2].do).toContainEqual({
      action: 'retried',
      at: expect.any(String),
      detail: 'operator:staff_ada',
    })
    const again = await post(`/ops/sagas/${saga?.id}/retry`)
    expect([again.statusCode, again.json().code]).toEqual([422, 'saga_finished'])
  })

  it('is replayed for one consumer alone', async () => {
    const [letter] = (await get('/ops/dead-letters?consumer=toy')).items
    ear.isPoisoned = false
    expect((await post(`/ops/dead-letters/${letter?.id}/replay`)).json()).toMatchObject({ state: 'waiting' })
    await stage.settle()
    const left = (await get('/ops/dead-letters')).items
    expect(left.filter(({ eventId }) => eventId === letter?.eventId)).toMatchObject([{ consumer: 'errands' }])
  })

  it('is replayed with all others, where the cause may remain', async () => {
    mood.hears = false
    ear.isPoisoned = false
    const answer = await post('/ops/dead-letters/replay')
    expect(answer.json()).toMatchObject({ left: 0, unavailable: ['absent'] })
    expect(answer.json().replayed).toBeGreaterThan(3)
    await stage.settle()
    const { items } = await get('/ops/dead-letters')
    expect(items).toMatchObject([
      { consumer: 'errands', attempts: 9 },
      { consumer: 'errands', attempts: 9 },
      { consumer: 'errands', attempts: 9 },
    ])
  })
})

const ROUTES = [
  ['GET', '/ops/services'],
  ['GET', '/ops/sagas'],
  ['GET', `/ops/sagas/${unknownSaga}`],
  ['POST', `/ops/sagas/${unknownSaga}/retry`],
  ['GET', '/ops/dead-letters'],
  ['POST', '/ops/dead-letters/toy.evt_1/replay'],
  ['POST', '/ops/dead-letters/replay'],
  ['GET', '/ops/topology'],
  ['GET', '/ops/traces'],
  ['GET', '/ops/traces/0af7651916cd43dd8448eb211c80319c'],
  ['GET', '/ops/logs'],
] as const

describe.each(ROUTES)('%s %s', (method, url) => {
  const send = (headers: object, remoteAddress?: string) =>
    ask(url, { ...(method === 'POST' && { method }), headers, ...(remoteAddress && { remoteAddress }) })

  it('is for operators, and for whoever sits at the machine itself', async () => {
    const as = async (kind: 'customer' | 'staff', scopes?: string[]) =>
      (await send({ authorization: `Bearer ${await tokenOf(kind, scopes)}` }, '203.0.113.9')).statusCode
    expect(await as('customer')).toBe(403)
    expect(await as('staff', ['orders:write'])).toBe(403)
    expect([401, 403]).not.toContain(await as('staff', ['operator']))
    expect([401, 403]).not.toContain((await send({})).statusCode)
  })

  it('asks everybody else to sign in: from elsewhere, under another name, from another page', async () => {
    for (const answer of [
      await send({}, '203.0.113.9'),
      await send({ host: 'rebound.example' }),
      await send({ 'sec-fetch-site': 'cross-site' }),
      await send({ 'sec-fetch-site': 'same-site' }),
    ]) {
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  })

  it('is not open to a customer at the machine itself', async () => {
    const answer = await send({ authorization: `Bearer ${await tokenOf('customer')}` })
    expect(answer.statusCode).toBe(403)
  })
})
