import type { Message } from '@souk/contracts/notifications'
import type { Order } from '@souk/contracts/orders'
import { connect } from '@souk/kit/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Checkout, Page, Session } from '../../answers.ts'
import type { Answered, Client } from '../../client.ts'
import { openTestShop, type Shop } from '../../shop.ts'
import { complete, fillCart, ok, orderNow, sell } from '../../shopping.ts'
import { held, kept, openBook, rowsOf, stockOf } from './books.ts'
import { atOnce, race, seeds } from './rounds.ts'

interface Tokens extends Session {
  refreshToken: string
}

let shop: Shop
let admin: Client
let guest: Client

beforeAll(async () => {
  shop = await openTestShop()
  admin = await shop.admin()
  guest = shop.guest()
})
afterAll(() => shop.close())

const register = async (name: string) =>
  ok(
    await guest.post<Tokens>('/store/v1/auth/register', {
      email: `${name}-${process.pid}@example.com`,
      password: 'correct horse battery',
      name,
    }),
    201,
  )
const approve = (url: string | undefined) =>
  guest.send('POST', String(url), {
    body: 'decision=approve',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const ended = ['confirmed', 'cancelled']

describe('one cart completed twenty times at once', () => {
  const payers: [string, (index: number) => string, (index: number, customer: Client) => Client][] = [
    ['with one key', () => 'one', () => guest],
    ['with a key each', String, () => guest],
    ['by a guest and a customer', String, (index, customer) => (index % 2 ? customer : guest)],
  ]
  const rounds = seeds.flatMap((seed) => payers.map((payer) => [payer[0], seed, payer] as const))

  it.each(rounds)('makes one order and one charge: %s (seed %i)', async (_name, seed, [, keyOf, whoIs]) => {
    const { sku } = await sell(admin)
    const cart = await fillCart(guest, [{ sku }])
    const customer = guest.as((await register(`payer-${seed}-${cart.id}`)).accessToken)
    const booked = await openBook(guest)
    const pay = (index: number) =>
      complete(whoIs(index, customer), cart.id, { token: 'tok_visa', key: `${cart.id}-${keyOf(index)}` })
    const answers = await race(seed, ...Array.from({ length: 20 }, (_, index) => () => pay(index)))
    const { orders, codes } = outcomes(answers)
    expect(orders.size).toBe(1)
    const harmless = ['idempotency_in_progress', 'checkout_in_progress', 'cart_completed']
    expect(codes.filter((code) => !harmless.includes(code))).toEqual([])
    const winner = answers.findIndex(({ status }) => status === 201)
    const again = await pay(winner)
    expect([again.headers.get('idempotent-replayed'), again.body.order.id]).toEqual(['true', [...orders][0]])
    const rows = await booked()
    expect(rows.map(({ kind }) => kind)).toEqual(['authorization', 'capture'])
    expect(kept(rows)).toBe(again.body.order.totals.total.amount)
    expect(await stockOf(admin, sku)).toMatchObject({ reserved: 1 })
    const { timeline } = await orderNow(guest, again.body.order)
    expect(timeline.filter(({ type }) => type === 'confirmed')).toHaveLength(1)
    const mails = `/admin/v1/notifications?orderId=${again.body.order.id}`
    const told = async () => ok(await admin.get<Page<Message>>(mails), 200).items.map(({ status }) => status)
    await expect.poll(told, { timeout: 15_000 }).toEqual(['sent'])
  })
})

describe('a checkout that waits for the shopper', () => {
  const waiting = async (sku: string): Promise<Checkout> => {
    const cart = await fillCart(guest, [{ sku }])
    return ok(await complete(guest, cart.id, { token: 'tok_3ds' }), 202)
  }
  const endOf = async (order: Order): Promise<Order> => {
    await expect
      .poll(async () => ended.includes((await orderNow(guest, order)).status), { timeout: 15_000 })
      .toBe(true)
    return await orderNow(guest, order)
  }

  it.each(seeds)('is confirmed or cancelled when both come at once, never half (seed %i)', async (seed) => {
    const { sku } = await sell(admin)
    const { order, action } = await waiting(sku)
    const [, cancelled] = await race(
      seed,
      () => approve(action?.url),
      () => guest.post<Order>(`/store/v1/orders/${order.id}/cancel?token=${order.token}`),
    )
    const { status } = await endOf(order)
    if (cancelled.status === 200) expect(status).toBe('cancelled')
    else expect(cancelled.body.code).toBe('order_not_cancellable')
    const isSold = status === 'confirmed'
    const money = async () => {
      const rows = await rowsOf(guest, order)
      return { kept: kept(rows), held: held(rows), reserved: (await stockOf(admin, sku)).reserved }
    }
    await expect
      .poll(money, { timeout: 15_000 })
      .toEqual({ kept: isSold ? order.totals.total.amount : 0, held: 0, reserved: isSold ? 1 : 0 })
  })

  it.each(seeds)(
    'is charged once when its shopper asks again while the notification comes (seed %i)',
    async (seed) => {
      const { sku } = await sell(admin)
      const cart = await fillCart(guest, [{ sku }])
      const again = () => complete(guest, cart.id, { token: 'tok_3ds', key: `again-${cart.id}` })
      const { order, action } = ok(await again(), 202)
      await race(seed, () => approve(action?.url), again, again, again)
      expect((await endOf(order)).status).toBe('confirmed')
      expect((await rowsOf(guest, order)).map(({ kind }) => kind)).toEqual(['authorization', 'capture'])
      expect(ok(await again(), 201).order.id).toBe(order.id)
    },
  )
})

describe('a refresh token', () => {
  const refresh = (refreshToken: string) => guest.post<Tokens>('/store/v1/auth/refresh', { refreshToken })

  it.each(seeds)('presented twenty times at once signs nobody out (seed %i)', async (seed) => {
    const { refreshToken } = await register(`tabs-${seed}`)
    const answers = await atOnce(20, () => refresh(refreshToken))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1)
    const next = ok(await refresh(String(answers[0]?.body.refreshToken)), 200)
    ok(await guest.as(next.accessToken).get('/store/v1/me'), 200)
  })

  it.each(seeds)(
    'that comes back after the grace ends its session, for the thief and the robbed (seed %i)',
    async (seed) => {
      const { refreshToken } = await register(`stolen-${seed}`)
      const { refreshToken: successor } = ok(await refresh(refreshToken), 200)
      const sql = connect(shop.databaseOf('accounts'), { connections: 1 })
      await sql`update refresh_token set used_at = used_at - interval '11 seconds' where used_at is not null`
      await sql.end()
      const [stolen, robbed] = [await refresh(refreshToken), await refresh(successor)]
      expect([stolen.status, robbed.status]).toEqual([401, 401])
    },
  )
})

function outcomes(answers: readonly Answered<Checkout>[]) {
  return {
    orders: new Set(answers.flatMap(({ status, body }) => (status === 201 ? [body.order.id] : []))),
    codes: answers.flatMap(({ status, body }) => (status === 201 ? [] : [String(body.code)])),
  }
}
