import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Order } from '@souk/contracts/orders'
import { type Collector, startCollector } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client } from './client.ts'
import { buy, complete, fillCart, ok, orderNow, sell } from './shopping.ts'
import { checkoutUnderWay, pendingPayments, takenByBook, takenByOrder } from './start-book.ts'
import {
  adminOf,
  closedFolder,
  freePort,
  kill,
  killAll,
  processesOn,
  removeFolder,
  type ShopProcess,
  startShop,
  stopShop,
  takePort,
} from './start-process.ts'

/** What is asserted is three times what an idle machine needs: a busy one must not fail for being slow. */
const PATIENCE = 3
const figures: Record<string, number> = {}
const within = (name: string, ms: number, limit: number) => {
  figures[name] = Math.round(ms)
  expect(ms, name).toBeLessThan(limit * PATIENCE)
}
afterAll(() => console.info(`milliseconds: ${JSON.stringify(figures)}`))

let folder: string
let port: number
let collector: Collector
beforeAll(async () => {
  collector = await startCollector()
  folder = await closedFolder()
  port = await freePort()
})
afterAll(async () => {
  collector.close()
  await removeFolder(folder)
})

const start = (env?: Record<string, string>) =>
  startShop({ data: join(folder, 'data'), port, ...(env && { env }) })

describe('a shop', { timeout: 120_000 }, () => {
  let shop: ShopProcess
  let password: string
  let order: Order
  const slowCheckout = async () => await checkoutUnderWay(client(shop.url), await adminOf(shop, password))

  it('shows at its first start where everything is, and the password once', async () => {
    shop = start({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector.endpoint })
    within('first start', await shop.untilOpen(), 10_000)
    const { screen, complaint } = shop.said
    for (const path of ['/', '/docs', '/mailbox/', '/admin/', '/admin/ops/'])
      expect(screen).toContain(`http://localhost:${port}${path}`)
    expect(screen).toMatch(/✓ .* services have their databases/)
    expect(complaint).toBe('')
    password = /Password +(?<it>\S+)/.exec(screen)?.groups?.it ?? ''
    const admin = await adminOf(shop, password)
    const { sku } = await sell(admin)
    order = await buy(client(shop.url), [{ sku, quantity: 2 }])
    expect((await client(shop.url).get('/mailbox/')).status).toBe(200)
  })

  it('answers what is under way when it is asked to stop, and leaves nothing running', async () => {
    const guest = client(shop.url)
    const { sku } = await sell(await adminOf(shop, password))
    const cart = await fillCart(guest, [{ sku }])
    const answering = complete(guest, cart.id, { token: 'tok_slow' })
    await expect.poll(() => pendingPayments(guest)).toHaveLength(1)
    const stopping = stopShop(shop)
    const answer = await answering
    const bought = ok(answer, 201).order
    const answered = performance.now()
    expect((await stopping).code).toBe(0)
    within('from the last answer to the end', performance.now() - answered, 2_000)
    expect([bought.status, bought.paymentStatus]).toEqual(['confirmed', 'paid'])
    expect(shop.said).toMatchObject({
      complaint: '',
      screen: expect.stringContaining('Closed. Nothing is lost.'),
    })
    expect(collector.received.join(), 'the span of the last request was sent').toContain(
      `"spanId":"${answer.headers.get('traceparent')?.split('-')[2]}"`,
    )
    expect(processesOn(folder)).toEqual([])
    await (await takePort(port)).release()
  })

  it('opens again quickly with everything that was bought, and keeps the password to itself', async () => {
    shop = start()
    within('warm start', await shop.untilOpen(), 3_000)
    expect(shop.said.screen).not.toContain('Password')
    expect((await orderNow(client(shop.url), order)).totals).toEqual(order.totals)
    ok(await (await adminOf(shop, password)).get(`/admin/v1/orders/${order.id}`), 200)
  })

  it('ends at Ctrl-C whoever still listens, and tells them properly', async () => {
    const slow = connect(port, '127.0.0.1')
    await once(slow, 'connect')
    slow.write('GET / HTTP/1.1\r\n')
    const watching = await fetch(`${shop.url}/store/v1/orders/${order.id}/events?token=${order.token}`)
    const heard = watching.text()
    const hungUp = once(slow, 'close')
    const { code, ms } = await stopShop(shop, 'SIGINT')
    expect(code).toBe(0)
    within('Ctrl-C with a listener and half a request', ms, 2_000)
    expect(await heard).toContain('event: confirmed')
    await hungUp
  })

  it('settles checkouts it was killed in, taking the money at most once', async () => {
    shop = start()
    await shop.untilOpen()
    const first = await slowCheckout()
    kill(-Number(shop.process.pid))
    expect(await shop.ended).toBe('SIGKILL')
    shop = start()
    within('start beside what a killed one left', await shop.untilOpen(), 4_000)
    const second = await slowCheckout()
    killAll(folder)
    await shop.ended
    shop = start()
    within('start after a crash of everything', await shop.untilOpen(), 4_000)
    const admin = await adminOf(shop, password)
    const begun = performance.now()
    for (const orderId of [first, second]) {
      const now = async () => ok(await admin.get<Order>(`/admin/v1/orders/${orderId}`), 200)
      await expect
        .poll(async () => (await now()).status, { timeout: 60_000, interval: 200 })
        .toMatch(/^(confirmed|cancelled)$/)
      expect(await takenByBook(client(shop.url), orderId)).toEqual(takenByOrder(await now()))
    }
    figures['until the checkouts were settled'] = Math.round(performance.now() - begun)
    expect((await orderNow(client(shop.url), order)).status).toBe('confirmed')
  })

  it('says so and ends when its database dies', async () => {
    const [postmaster] = processesOn(join(folder, 'data/postgres/cluster'))
    kill(Number(postmaster))
    expect(await shop.ended).toBe(1)
    // Work under way may have logged that its connection is gone; the sentence for people stands last.
    const lines = shop.said.complaint.trim().split('\n')
    expect(lines.at(-1)?.trim()).toMatch(/^The database ended by itself: see .+\.$/)
    expect(lines.filter((line) => line.trim() !== '' && !line.startsWith('{'))).toHaveLength(1)
    await expect.poll(() => processesOn(folder), { timeout: 10_000 }).toEqual([])
  })

  it('stops while it is still opening, and opens the next time', async () => {
    const data = join(folder, 'interrupted')
    const hasty = startShop({ data, port })
    await expect.poll(() => hasty.said.screen, { timeout: 20_000, interval: 5 }).toContain('is opening')
    const { code } = await stopShop(hasty)
    expect([code, hasty.said.complaint]).toEqual([0, ''])
    expect(processesOn(folder)).toEqual([])
    const patient = startShop({ data, port })
    await patient.untilOpen()
    expect(patient.said.screen).toContain('Password')
    expect((await stopShop(patient)).code).toBe(0)
  })
})
