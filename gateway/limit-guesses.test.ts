import { addCode } from '@souk/contracts/carts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { handClock, minutes } from '@souk/kit/runtime'
import type { FastifyRequest } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { establish } from './establish.ts'
import { limitGuesses } from './limit-guesses.ts'
import { openTestGateway } from './open-test-gateway.ts'

let gateway: Awaited<ReturnType<typeof openTestGateway>>
afterEach(() => gateway?.app.close())

const { atMost = 0, withinMinutes = 0 } = addCode.guesses ?? {}
const cart = 'cart_01h455vb4pex5vsknk00000001'

const post = (path: string) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'GUESS' }),
  })
const guess = () => post(`/store/v1/carts/${cart}/codes`)
const askGraphql = async (query: string) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return JSON.stringify(await response.json())
}
/** As a guesser would: many changes in one document. */
const guessAtOnce = (times: number) => {
  const one = (at: number) =>
    `a${at}: cartCodesAdd(cartId: "${cart}", codes: ["GUESS${at}"]) { userErrors { code } }`
  return askGraphql(`mutation { ${Array.from({ length: times }, (_, at) => one(at)).join(' ')} }`)
}

const answering = (code: string) => async () => ({ ok: false as const, refusal: refuse(code) })

it('lets a code be guessed twenty times, and then makes the guesser wait, whatever the cart', async () => {
  gateway = await openTestGateway(answering('code_not_applicable'))
  for (let times = 0; times < atMost; times++) expect((await guess()).status).toBe(422)
  const stopped = await guess()
  expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([
    429,
    String((withinMinutes * 60) / atMost),
  ])
  expect(await stopped.json()).toMatchObject({ code: 'rate_limited' })
  expect((await post(`/store/v1/carts/${cart.slice(0, -1)}2/codes`)).status).toBe(429)
  expect((await post(`/store/v1/carts/${cart}/lines`)).status).not.toBe(429)
})

it('never stops who is answered otherwise', async () => {
  gateway = await openTestGateway(answering('not_found'))
  for (let times = 0; times < atMost + 5; times++) expect((await guess()).status).toBe(404)
})

it('counts guesses alike by REST and by GraphQL, however often one document names the change', async () => {
  let asked = 0
  gateway = await openTestGateway(() => {
    asked++
    return { ok: false, refusal: refuse('code_not_applicable') }
  })
  for (let times = 0; times < atMost / 2; times++) await guess()
  const told = await guessAtOnce(20)
  expect([told.split('code_not_applicable').length - 1, told.split('"rate_limited"').length - 1]).toEqual([
    10, 10,
  ])
  expect(told).toContain(`"retryAfter":${(withinMinutes * 60) / atMost}`)
  expect((await guess()).status).toBe(429)
  expect(asked).toBe(atMost)
})

it('takes the accounts of one address for one guesser', async () => {
  const clock = handClock()
  const contextOf = establish({
    authenticate: (id) => ({ kind: 'customer', id: String(id), address: '' }),
    ...{ clock, isOpenOnLoopback: false },
  })
  const limited = limitGuesses(answering('code_not_applicable'), clock)
  const guessAs = async (id: string, ip: string) => {
    const request = { ip, headers: { authorization: id }, trace: {} } as FastifyRequest
    const context = await contextOf(request, addCode)
    if (isRefusal(context)) throw new Error(context.code)
    const reply = await limited(addCode, {}, context)
    return reply.ok ? 'ok' : reply.refusal.code
  }
  for (let times = 0; times < atMost; times++) await guessAs(`cus_${times}`, '192.0.2.1')
  expect(await guessAs('cus_new', '192.0.2.1')).toBe('rate_limited')
  expect(await guessAs('cus_new', '192.0.2.2')).toBe('code_not_applicable')
})

it('lets guesses come back with time', async () => {
  const clock = handClock()
  gateway = await openTestGateway(answering('code_not_applicable'), {}, clock)
  for (let times = 0; times < atMost; times++) await guess()
  expect((await guess()).status).toBe(429)
  clock.forward(minutes(withinMinutes))
  expect((await guess()).status).toBe(422)
})
