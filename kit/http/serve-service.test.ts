import { Agent, request } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallContext } from '../service/index.ts'
import { guest } from '../testing/index.ts'
import { show } from '../testing/toy/toy.ts'
import { instanceAt, testContext, testDispatch, testKeys } from './fixtures/open-apart.ts'
import { openSlow, type Slow } from './fixtures/open-slow.ts'
import { signer } from './identity.ts'

let slow: Slow
beforeEach(async () => {
  slow = await openSlow({ calls: { atOnce: 1, waiting: 1, patienceMs: 60_000 } })
})
afterEach(() => slow.close())

const identity = (path: string, more: { name?: string; at?: number; audience?: string } = {}) => {
  const { name = 'gateway', at = Date.now(), audience = 'toy' } = more
  return signer(testKeys(audience)(name))({ method: 'GET', path, audience, caller: guest }, at)
}
const strangerKeys = { name: 'gateway', issues: { toy: Buffer.alloc(32).toString('base64url') } }
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${slow.address}${path}`, { headers })

const isOpen = () =>
  get('/livez').then(
    ({ ok }) => ok,
    () => false,
  )

describe('who asks a service', () => {
  it.each<[string, () => Record<string, string>]>([
    ['unsigned', () => ({})],
    ['signed with nonsense', () => ({ 'souk-identity': 'a.b.c' })],
    [
      'signed by one who may only speak as itself',
      () => ({ 'souk-identity': identity('/toy/a', { name: 'asker' }) }),
    ],
    ['signed for another address', () => ({ 'souk-identity': identity('/toy/b') })],
    ['signed for another service', () => ({ 'souk-identity': identity('/toy/a', { audience: 'orders' }) })],
    ['signed long ago', () => ({ 'souk-identity': identity('/toy/a', { at: Date.now() - 70_000 }) })],
    ['signed tomorrow', () => ({ 'souk-identity': identity('/toy/a', { at: Date.now() + 86_400_000 }) })],
  ])('is told 401 when it is %s', async (_how, headers) => {
    const response = await get('/toy/a', headers())
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'unauthenticated', status: 401 })
    expect(slow.asked).toBe(0)
  })

  it('learns nothing of other addresses without a signature', async () => {
    for (const path of ['/', '/toy', '/internal/operators/sagas', '/%zz'])
      expect((await get(path)).status).not.toBe(404)
    expect((await get('/nowhere', { 'souk-identity': identity('/nowhere') })).status).toBe(404)
  })

  it('may look at its health unsigned', async () => {
    for (const path of ['/livez', '/readyz', '/metrics']) expect((await get(path)).status).toBe(200)
  })

  it('is a fault to a process of ours, and no word to a shopper that he should sign in', async () => {
    const { dispatch, close } = testDispatch('toy', () => [slow.address], { keys: strangerKeys })
    await expect(dispatch(show, { shelf: 'a' }, testContext())).rejects.toThrow('unauthenticated')
    await close()
  })

  it('is answered when the signature holds', async () => {
    slow.answer()
    expect((await get('/toy/a', { 'souk-identity': identity('/toy/a') })).status).toBe(200)
  })
})

describe('a service that is asked too much', () => {
  const ask = (context: Partial<CallContext> = {}) =>
    slow.dispatch(show, { shelf: 'a' }, testContext(context))

  it('turns away at once what has no place, says when to come again, and stays healthy', async () => {
    const first = get('/toy/a', { 'souk-identity': identity('/toy/a') })
    await expect.poll(() => slow.asked).toBe(1)
    const second = get('/toy/a', { 'souk-identity': identity('/toy/a') })
    await expect
      .poll(async () => (await get('/metrics')).text())
      .toContain('souk_serving{lane="calls",state="waiting"} 1')
    const third = await get('/toy/a', { 'souk-identity': identity('/toy/a') })
    expect(third.status).toBe(503)
    expect(third.headers.get('retry-after')).toBe('1')
    expect(await third.json()).toMatchObject({ code: 'unavailable', status: 503 })
    expect((await get('/livez')).status).toBe(200)
    expect(slow.asked).toBe(1)
    slow.answer()
    expect([(await first).status, (await second).status]).toEqual([200, 200])
    expect(await (await get('/metrics')).text()).toContain('souk_shed_total{why="full"} 1')
  })

  it('gives a place back only when its work is done, not when its caller went away', async () => {
    const gone = new AbortController()
    const options = { headers: { 'souk-identity': identity('/toy/a') }, signal: gone.signal }
    const left = expect(fetch(`${slow.address}/toy/a`, options)).rejects.toThrow()
    await expect.poll(() => slow.asked).toBe(1)
    gone.abort()
    await left
    const next = ask()
    await expect
      .poll(async () => (await get('/metrics')).text())
      .toContain('souk_serving{lane="calls",state="waiting"} 1')
    expect(slow.asked).toBe(1)
    slow.answer()
    expect(await next).toMatchObject({ ok: true })
    await expect
      .poll(async () => (await get('/metrics')).text())
      .toContain('souk_serving{lane="calls",state="at_work"} 0')
  })

  it('does not work for whoever gave up while waiting', async () => {
    const metrics = () => get('/metrics').then((told) => told.text())
    const first = ask()
    await expect.poll(() => slow.asked).toBe(1)
    const gone = new AbortController()
    const options = { headers: { 'souk-identity': identity('/toy/a') }, signal: gone.signal }
    const left = expect(fetch(`${slow.address}/toy/a`, options)).rejects.toThrow()
    await expect.poll(metrics).toContain('souk_serving{lane="calls",state="waiting"} 1')
    gone.abort()
    await left
    await expect.poll(metrics).toContain('souk_serving{lane="calls",state="waiting"} 0')
    slow.answer()
    await first
    await expect.poll(metrics).toContain('souk_serving{lane="calls",state="at_work"} 0')
    expect(slow.asked).toBe(1)
  })
})

describe('a service that closes', () => {
  it('is not ready, answers those who have not noticed, finishes what is under way, and closes its lines', async () => {
    const agent = new Agent({ keepAliveTimeout: 60_000 })
    const headers = { 'souk-identity': identity('/toy/a') }
    const under = request(`${slow.address}/toy/a`, { dispatcher: agent, headers })
    await expect.poll(() => slow.asked).toBe(1)
    const closed = slow.drain(10_000)
    expect((await get('/readyz')).status).toBe(503)
    const unaware = get('/nowhere', { 'souk-identity': identity('/nowhere') })
    expect([(await unaware).status, (await unaware).headers.get('connection')]).toEqual([404, 'close'])
    await expect.poll(() => isOpen()).toBe(false)
    slow.answer()
    const answered = await under
    expect([answered.statusCode, answered.headers.connection]).toEqual([200, 'close'])
    expect(await answered.body.json()).toEqual({ shelf: 'a', count: 1 })
    await closed
    await agent.close()
  })

  it('stays open for those who go on asking, for half of its time at most', async () => {
    const begun = performance.now()
    let isClosed = false
    const isAnswered = () =>
      get('/nowhere', { 'souk-identity': identity('/nowhere') }).then(
        ({ status }) => status === 404,
        () => false,
      )
    const closed = slow.drain(2_000).then(() => {
      isClosed = true
    })
    let answered = 0
    while (!isClosed && (await isAnswered())) answered++
    await closed
    expect(answered).toBeGreaterThan(1)
    expect(performance.now() - begun).toBeGreaterThan(900)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('loses no call while another one of it is there, of whatever kind', async () => {
    slow.answer()
    const other = await openSlow()
    other.answer()
    const instances = [instanceAt('toy', slow.address), instanceAt('toy', other.address)]
    const { dispatch, close } = testDispatch('toy', () => instances.map(({ address }) => address))
    const replies: unknown[] = []
    const asking = async () => {
      for (let call = 0; call < 150; call++)
        replies.push(await dispatch(slow.unrepeatable, { shelf: 'a' }, testContext()))
    }
    const under = Promise.all([asking(), asking(), asking()])
    await expect.poll(() => slow.asked).toBeGreaterThan(20)
    await slow.drain(10_000)
    await under
    expect(replies).toHaveLength(450)
    expect(replies.every((reply) => (reply as { ok: boolean }).ok)).toBe(true)
    expect(other.asked).toBeGreaterThan(100)
    await close()
    await other.close()
  })
})
