import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { rendered } from '@souk/kit/contract'
import type { Dispatch } from '@souk/kit/service'
import { Client } from 'undici'
import { expect, it, vi } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'

const PATIENCE_MS = 20_000

/** A shop whose pages wait until told, and whose orders tell their story without an end. */
async function openSlowShop() {
  const asked = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  const page = rendered(Buffer.from('{}'), '"page"')
  const dispatch: Dispatch = async (contract) => {
    if (contract.produces) return { ok: true, status: 200, body: Readable.from(endless()) }
    asked.resolve()
    await told.promise
    return { ok: true, status: 200, rendered: page }
  }
  const gateway = await openTestGateway(dispatch)
  return {
    ...gateway,
    page: `${gateway.url}/store/v1/products/tea`,
    asked: asked.promise,
    tell: told.resolve,
  }
}

async function* endless() {
  yield 'data: placed\n\n'
  await new Promise(() => {})
}

async function nobodyListens(url: string): Promise<void> {
  await vi.waitFor(() => expect(fetch(`${url}/livez`)).rejects.toThrow(), PATIENCE_MS)
}

it('answers a page that was asked for before it closes, and says that the line closes', async () => {
  const shop = await openSlowShop()
  const answered = fetch(shop.page)
  await shop.asked
  const closed = shop.drain(PATIENCE_MS)
  await nobodyListens(shop.url)
  shop.tell()
  const { status, headers } = await answered
  expect(status).toBe(200)
  expect(headers.get('connection')).toBe('close')
  await closed
})

it('does not wait for a line on which nobody asks', async () => {
  const shop = await openSlowShop()
  shop.tell()
  await (await fetch(shop.page)).text()
  const spare = connect({ port: Number(new URL(shop.url).port), host: '127.0.0.1' })
  await new Promise((resolve) => spare.once('connect', resolve))
  const cut = new Promise((resolve) => spare.resume().once('close', resolve))
  const begun = performance.now()
  await shop.drain(PATIENCE_MS)
  await cut
  expect(performance.now() - begun).toBeLessThan(PATIENCE_MS / 2)
})

it('ends a story without an end as a whole answer', async () => {
  const shop = await openSlowShop()
  const { body } = await fetch(`${shop.url}/store/v1/orders/ord_1/events`)
  const [story, closed] = [text(body as never), shop.drain(PATIENCE_MS)]
  expect(await story).toBe('data: placed\n\n')
  await closed
})

it('waits no longer than it was told', async () => {
  const shop = await openSlowShop()
  const answered = fetch(shop.page)
  const cut = expect(answered).rejects.toThrow()
  await shop.asked
  await shop.drain(50)
  await cut
})

it('forgets whoever went away before the answer', async () => {
  const shop = await openSlowShop()
  const gone = new AbortController()
  const answered = fetch(shop.page, { signal: gone.signal })
  await shop.asked
  gone.abort()
  await expect(answered).rejects.toThrow()
  const begun = performance.now()
  await shop.drain(PATIENCE_MS)
  expect(performance.now() - begun).toBeLessThan(PATIENCE_MS / 2)
})

it('answers on kept lines while it waits for quiet, and says on each answer that the line closes', async () => {
  const shop = await openSlowShop()
  shop.tell()
  const line = new Client(shop.url, { pipelining: 1 })
  const ask = async () => {
    const { statusCode, headers, body } = await line.request({
      method: 'GET',
      path: '/store/v1/products/tea',
    })
    await body.text()
    return [statusCode, headers.connection]
  }
  expect(await ask()).toEqual([200, 'keep-alive'])
  const closed = shop.drain(PATIENCE_MS, 100)
  expect(await ask()).toEqual([200, 'close'])
  await closed
  await line.destroy()
})
