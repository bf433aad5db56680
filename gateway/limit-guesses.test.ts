import { addCode } from '@souk/contracts/carts'
import { refuse } from '@souk/kit/contract'
import { handClock, minutes } from '@souk/kit/runtime'
import { afterEach, expect, it } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'

let gateway: Awaited<ReturnType<typeof openTestGateway>>
afterEach(() => gateway.app.close())

const { atMost = 0, withinMinutes = 0 } = addCode.guesses ?? {}
const cart = 'cart_01h455vb4pex5vsknk00000001'

it('lets a code be guessed twenty times, and then makes the guesser wait', async () => {
  gateway = await openTestGateway(async () => ({ ok: false, refusal: refuse('code_not_applicable') }))
  const guess = (path = `/store/v1/carts/${cart}/codes`) =>
    fetch(gateway.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'GUESS' }),
    })
  for (let times = 0; times < atMost; times++) expect((await guess()).status).toBe(422)
  const stopped = await guess()
  expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([
    429,
    String((withinMinutes * 60) / atMost),
  ])
  expect(await stopped.json()).toMatchObject({ code: 'rate_limited' })
  expect((await guess(`/store/v1/carts/${cart.slice(0, -1)}2/codes`)).status).toBe(429)
  expect((await guess(`/store/v1/carts/${cart}/lines`)).status).not.toBe(429)
})

it('never stops who names codes that are good', async () => {
  gateway = await openTestGateway(async () => ({ ok: false, refusal: refuse('not_found') }))
  const right = () =>
    fetch(`${gateway.url}/store/v1/carts/${cart}/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'GOOD' }),
    })
  for (let times = 0; times < atMost + 5; times++) expect((await right()).status).toBe(404)
})

it('lets guesses come back with time', async () => {
  const clock = handClock()
  gateway = await openTestGateway(
    async () => ({ ok: false, refusal: refuse('code_not_applicable') }),
    {},
    clock,
  )
  const guess = () =>
    fetch(`${gateway.url}/store/v1/carts/${cart}/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'GUESS' }),
    })
  for (let times = 0; times < atMost; times++) await guess()
  expect((await guess()).status).toBe(429)
  clock.forward(minutes(withinMinutes))
  expect((await guess()).status).toBe(422)
})
