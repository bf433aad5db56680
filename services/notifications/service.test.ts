import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  customerErased,
  customerUpdated,
  emailVerificationRequested,
  passwordChanged,
  passwordResetRequested,
} from '@souk/contracts/accounts'
import {
  listNotifications,
  messageFailed,
  messageSent,
  retryNotification,
} from '@souk/contracts/notifications'
import {
  orderCancelled,
  orderConfirmed,
  returnApproved,
  returnDeclined,
  returnRequested,
} from '@souk/contracts/orders'
import { paymentRefunded } from '@souk/contracts/payments'
import { shipmentDelivered, shipmentShipped } from '@souk/contracts/shipping'
import type { Announcement } from '@souk/kit/contract'
import { connect } from '@souk/kit/database'
import { minutes, seconds, toTimestamp } from '@souk/kit/runtime'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Mailbox, startMailbox } from '../../simulators/mailbox/start.ts'
import { LAST_ATTEMPT } from './domain/back-off.ts'
import { type Mailer, notifications, smtpMailer } from './service.ts'

const publicUrl = 'http://localhost:8080'
let folder: string
let mailbox: Mailbox
let mailer: Mailer
let stage: Stage
let count = 0

const newId = (prefix: string) => `${prefix}_01h455vb4pex5vsknk084s${(++count).toString().padStart(4, '0')}`
const newReader = () => `reader-${++count}@example.com`
const now = () => toTimestamp(stage.clock.now())

interface Arrived {
  to: string
  subject: string
  text: string
  html: string
}
const mailsTo = async (reader: string): Promise<Arrived[]> => {
  const listed = await fetch(`${mailbox.url}/api/messages?to=${reader}`)
  return (JSON.parse(await listed.text()) as { items: Arrived[] }).items
}
const subjectsTo = async (reader: string) => (await mailsTo(reader)).map(({ subject }) => subject)
const list = async (input: { recipient?: string; orderId?: string; limit?: number; cursor?: string }) => {
  const listed = await stage.ask(listNotifications, input, { as: staff })
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.body
}
const hear = async (...events: Announcement[]) => {
  for (const event of events) await stage.announce(event)
  await stage.settle()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notifications-'))
  mailbox = await startMailbox({ folder })
  mailer = smtpMailer({ host: '127.0.0.1', port: mailbox.smtpPort })
  const from = 'Souk <shop@souk.example>'
  stage = await openStage([notifications({ mailer, shopName: 'Souk', from, publicUrl, staffEmail: from })], {
    cluster: testCluster(),
  })
})
afterAll(async () => {
  await stage.stop()
  mailer.close()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
})

describe('an order', () => {
  it('is confirmed in one mail with its number, lines, total and the key to its page', async () => {
    const { orderId, email } = await confirm({ number: 'S-100042', token: 'a+b=c' })
    const [mail, ...others] = await mailsTo(email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Your order S-100042 is confirmed')
    const link = `${publicUrl}/orders/${orderId}?token=a%2Bb%3Dc`
    for (const part of [mail?.text, mail?.html]) {
      for (const shown of [
        'S-100042',
        'Mug',
        '2 × €10.00',
        '€20.00',
        '€4.90',
        '€24.90',
        'Ada Lovelace',
        link,
      ])
        expect(part).toContain(shown)
    }
    expect(await list({ orderId })).toMatchObject({
      items: [
        {
          channel: 'email',
          template: 'order-confirmed',
          recipient: email,
          orderId,
          status: 'sent',
          attempts: 1,
        },
      ],
    })
  })

  it('is confirmed once, however often that is heard', async () => {
    const { email, orderId, event } = await confirm()
    const told = stage.announced(orderConfirmed).find(({ subject }) => subject === orderId)
    await stage.settle()
    const sql = await database()
    for (let again = 1; again < 5; again++) {
      // Heard again under the same id, as after the inbox has forgotten it.
      await sql`delete from inbox where subject = ${orderId}`
      await sql`
        insert into inbox (id, type, subject, source, data, time, due_at)
        values (${told?.id ?? ''}, ${event.type}, ${orderId}, 'test', ${sql.json(event.data as never)}, now(), now())`
      await stage.settle()
    }
    await sql.end()
    expect(await mailsTo(email)).toHaveLength(1)
    expect((await list({ orderId })).items).toHaveLength(1)
    expect(stage.announced(messageSent).filter(({ data }) => data.orderId === orderId)).toHaveLength(1)
  })

  it('is written about through its parcels, refund and return', async () => {
    const { orderId, email } = await confirm({ number: 'S-7' })
    await hear(shipped(orderId), delivered(orderId), refunded(orderId))
    await hear(
      ...[returnRequested, returnApproved, returnDeclined].map((event) => event(returned(orderId, email))),
    )
    const queued = (await list({ orderId })).items.map(({ subject }) => subject).reverse()
    expect(queued).toEqual([
      'Your order S-7 is confirmed',
      'Your order S-7 is on its way',
      'Your order S-7 has arrived',
      '€5.00 of your order S-7 was refunded',
      'We have your return request for order S-7',
      'Your return for order S-7 is approved',
      'Your return for order S-7 was declined',
    ])
    const mails = await mailsTo(email)
    expect(mails.map(({ subject }) => subject).sort()).toEqual([...queued].sort())
    const onItsWay = mails.find(({ subject }) => subject === 'Your order S-7 is on its way')
    for (const part of [onItsWay?.text, onItsWay?.html]) {
      for (const shown of ['Mug', 'ABCD-1234', 'https://tracking.example/post/ABCD-1234'])
        expect(part).toContain(shown)
    }
    for (const { text } of mails) expect(text).toContain(`${publicUrl}/orders/${orderId}?token=`)
  })

  it('is written about as cancelled only when it had been confirmed', async () => {
    const { email, facts } = await confirm({ number: 'S-8' })
    await hear(orderCancelled({ ...facts, version: 9, reason: 'cancelled by the shop', wasConfirmed: true }))
    expect(await subjectsTo(email)).toContain('Your order S-8 was cancelled')
    const failed = orderFacts({})
    await hear(orderCancelled({ ...failed, reason: 'payment_declined', wasConfirmed: false }))
    expect(await mailsTo(failed.email)).toEqual([])
  })

  it('is written about in order, even when its parcel is heard of first', async () => {
    const facts = orderFacts({ number: 'S-9' })
    await hear(shipped(facts.orderId))
    expect(await mailsTo(facts.email)).toEqual([])
    await hear(orderConfirmed(facts))
    expect((await list({ orderId: facts.orderId })).items.map(({ template }) => template)).toEqual([
      'shipment-shipped',
      'order-confirmed',
    ])
    expect(await mailsTo(facts.email)).toHaveLength(2)
  })

  it('shows money as its customer reads it', async () => {
    const customer = customerFacts()
    await hear(customerUpdated({ ...customer, locale: 'de' }))
    await hear(
      customerUpdated({ ...customer, locale: 'fr', at: toTimestamp(stage.clock.now() - minutes(9)) }),
    )
    const { email } = await confirm({ customerId: customer.customerId })
    const [mail] = await mailsTo(email)
    expect(mail?.text.replace(/\s/g, ' ')).toContain('24,90 €')
  })

  it('shows names as given and runs nothing of them', async () => {
    const name = '<script>alert(1)</script> עדה'
    const { email } = await confirm({ name, title: '"><img src=x onerror=alert(1)>' })
    const [mail] = await mailsTo(email)
    expect(mail?.html).not.toMatch(/<script|<img/)
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; עדה')
    expect(mail?.text).toContain(name)
  })
})

describe('an account', () => {
  it('is asked to verify its address, helped to a new password and told of it', async () => {
    const customer = customerFacts()
    await hear(
      emailVerificationRequested({ ...customer, token: 'verify/1' }),
      passwordResetRequested({ ...customer, token: 'reset 2' }),
      passwordChanged(customer),
    )
    const mails = new Map((await mailsTo(customer.email)).map((mail) => [mail.subject, mail]))
    expect([...mails.keys()].sort()).toEqual([
      'Choose a new password for Souk',
      'Confirm your e-mail address for Souk',
      'Your password for Souk was changed',
    ])
    const reset = 'Choose a new password for Souk'
    const verify = 'Confirm your e-mail address for Souk'
    expect(mails.get(reset)?.html).toContain(`${publicUrl}/reset-password?token=reset%202`)
    expect(mails.get(verify)?.text).toContain(`${publicUrl}/verify-email?token=verify%2F1`)
  })

  it('keeps no secret of a mail that has left', async () => {
    const customer = customerFacts()
    await hear(passwordResetRequested({ ...customer, token: 'very-secret' }))
    const sql = await database()
    const [kept] =
      await sql`select count(*) as count from message where text like '%very-secret%' or html like '%very-secret%'`
    await sql.end()
    expect(kept).toEqual({ count: 0 })
  })

  it('leaves nothing behind when it is erased, and is not written to again', async () => {
    const customer = customerFacts()
    const { customerId, email } = customer
    await hear(customerUpdated(customer))
    const { orderId } = await confirm({ customerId, email })
    await hear(passwordChanged(customer))
    const other = await confirm()
    expect((await list({ recipient: email })).items).toHaveLength(2)
    await hear(customerErased({ customerId, at: now() }))
    expect((await list({ recipient: email })).items).toEqual([])
    expect(await residue(email)).toEqual([])
    expect((await list({ recipient: other.email })).items).toHaveLength(1)

    const before = await mailsTo(email)
    await hear(shipped(orderId), passwordChanged(customer))
    await hear(orderConfirmed(orderFacts({ customerId, email })))
    expect(await mailsTo(email)).toEqual(before)
    expect(await residue(email)).toEqual([])
  })
})

describe('sending', () => {
  it('tries again until the mail server is back, then sends once', async () => {
    const { smtpPort, httpPort } = mailbox
    await mailbox.close()
    const facts = orderFacts({})
    await hear(orderConfirmed(facts))
    expect((await list({ orderId: facts.orderId })).items).toMatchObject([
      { status: 'queued', attempts: 1, sentAt: null },
    ])
    stage.clock.forward(seconds(2))
    await stage.settle()
    expect((await list({ orderId: facts.orderId })).items).toMatchObject([{ status: 'queued', attempts: 2 }])
    mailbox = await startMailbox({ folder, smtpPort, httpPort })
    await stage.settle()
    expect(await mailsTo(facts.email)).toEqual([])
    stage.clock.forward(seconds(4))
    await stage.settle()
    expect(await mailsTo(facts.email)).toHaveLength(1)
    expect((await list({ orderId: facts.orderId })).items).toMatchObject([{ status: 'sent', attempts: 3 }])
  })

  it('gives up in the end and says so; staff can have it tried again', async () => {
    const { smtpPort, httpPort } = mailbox
    await mailbox.close()
    const facts = orderFacts({})
    await hear(orderConfirmed(facts))
    for (let attempt = 1; attempt < LAST_ATTEMPT; attempt++) {
      stage.clock.forward(minutes(16))
      await stage.settle()
    }
    const [failed] = (await list({ orderId: facts.orderId })).items
    expect(failed).toMatchObject({ status: 'failed', attempts: LAST_ATTEMPT })
    expect(stage.announced(messageFailed).map(({ subject }) => subject)).toEqual([failed?.id])
    mailbox = await startMailbox({ folder, smtpPort, httpPort })
    const id = failed?.id ?? ''
    expect(await stage.ask(retryNotification, { id }, { as: staff })).toMatchObject({
      body: { status: 'queued' },
    })
    await stage.settle()
    expect(await mailsTo(facts.email)).toHaveLength(1)
    expect(await stage.ask(retryNotification, { id }, { as: staff })).toMatchObject({
      refusal: { code: 'wrong_status' },
    })
  })

  it('sends again what a process that died had taken', async () => {
    const { orderId, email } = await confirm()
    const sql = await database()
    // As it stood when the process died: the server has the mail, nobody noted it.
    const due = toTimestamp(stage.clock.now() + minutes(2))
    await sql`update message set status = 'queued', text = 'x', html = 'x', sent_at = null, due_at = ${due} where order_id = ${orderId}`
    await sql.end()
    await stage.settle()
    expect(await mailsTo(email)).toHaveLength(1)
    stage.clock.forward(minutes(3))
    await stage.settle()
    expect(await mailsTo(email)).toHaveLength(2)
    expect((await list({ orderId })).items).toMatchObject([{ status: 'sent', attempts: 2 }])
  })

  it('sends at once what a process held that is gone, and leaves what one that lives is sending', async () => {
    const [left, sending] = [await confirm(), await confirm()]
    const sql = await database()
    await sql`insert into process (id) values ('proc_gone')`
    await sql`update message set status = 'queued', text = 'x', html = 'x', due_at = due_at + interval '2 minutes',
      holder = case order_id when ${left.orderId} then 'proc_gone' else 'proc_lives' end
      where order_id in (${left.orderId}, ${sending.orderId})`
    await sql.end()
    await stage.settle()
    expect([(await mailsTo(left.email)).length, (await mailsTo(sending.email)).length]).toEqual([2, 1])
  })

  it('begins right after the commit, not at the next full second', async () => {
    await stage.settle()
    const begun = performance.now()
    for (let mails = 0; mails < 5; mails++) {
      const facts = orderFacts({})
      await stage.announce(orderConfirmed(facts))
      const arrived = async () => expect(await mailsTo(facts.email)).toHaveLength(1)
      await vi.waitFor(arrived, { timeout: 5_000, interval: 5 })
    }
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('sends many, each once', async () => {
    const reader = newReader()
    const orders = Array.from({ length: 60 }, () => orderFacts({ email: reader }))
    await hear(...orders.map((facts) => orderConfirmed(facts)))
    expect(await countTo(reader)).toBe(60)
  })
})

describe('what staff see', () => {
  it('lists what was told, newest first, page by page, by reader in any case', async () => {
    const email = newReader()
    const orders = [orderFacts({ email }), orderFacts({ email }), orderFacts({ email })]
    for (const facts of orders) await hear(orderConfirmed(facts))
    const newestFirst = orders.map(({ orderId }) => orderId).reverse()
    const first = await list({ recipient: email.toUpperCase(), limit: 2 })
    const rest = await list({ recipient: email, limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...rest.items].map(({ orderId }) => orderId)).toEqual(newestFirst)
    expect(rest.nextCursor).toBeNull()
  })

  it('is for staff alone', async () => {
    const scoped = (scope: string) => ({ as: { kind: 'staff', id: 'staff_1', scopes: [scope] } as const })
    expect(await stage.ask(listNotifications, {}, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
    expect(await stage.ask(listNotifications, {}, scoped('orders:read'))).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await stage.ask(listNotifications, {}, scoped('notifications:read'))).toMatchObject({ ok: true })
  })
})

const countTo = async (reader: string) => {
  const listed = await fetch(`${mailbox.url}/api/messages?limit=100&to=${reader}`)
  return (JSON.parse(await listed.text()) as { items: unknown[] }).items.length
}

/** The stage's own database, entered by its owner. */
async function database() {
  const owner = connect(testCluster(), { connections: 1 })
  const [row] = await owner<{ datname: string }[]>`
    select datname from pg_database where datname like ${`test_notifications_${process.pid}_%`}`
  await owner.end()
  return connect({ ...testCluster(), database: row?.datname ?? '' }, { connections: 1 })
}

/** Tables of the service, its queues aside, that still hold a text. */
async function residue(text: string): Promise<string[]> {
  const sql = await database()
  const tables = ['order_contact', 'customer_contact', 'early_news', 'message', 'outbox']
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await sql`select 1 from ${sql(table)} t where t::text like ${`%${text}%`} limit 1`
      return rows.length > 0 ? [table] : []
    }),
  )
  await sql.end()
  return found.flat()
}

interface Given {
  number?: string
  token?: string
  customerId?: string
  email?: string
  name?: string
  title?: string
}

const eur = (amount: number) => ({ amount, currency: 'EUR' })

function orderFacts({ name = 'Ada Lovelace', title = 'Mug', ...given }: Given) {
  return {
    orderId: newId('ord'),
    number: 'S-1',
    cartId: newId('cart'),
    customerId: null,
    email: newReader(),
    token: 'guest-token',
    lines: [{ id: lineId, sku: 'MUG', title, quantity: 2, unitPrice: eur(1000), total: eur(2000) }],
    totals: {
      subtotal: eur(2000),
      discount: eur(0),
      shipping: eur(490),
      tax: eur(398),
      total: eur(2490),
      taxIncluded: true,
    },
    shippingAddress: { name, line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
    version: 2,
    at: now(),
    ...given,
  }
}

async function confirm(given: Given = {}) {
  const facts = orderFacts(given)
  const event = orderConfirmed(facts)
  await hear(event)
  return { ...facts, facts, event }
}

const customerFacts = () => ({
  customerId: newId('cus'),
  email: newReader(),
  name: 'Ada Lovelace',
  locale: 'en',
  at: now(),
})

const lineId = 'line_01h455vb4pex5vsknk084sn001'
const parcel = (orderId: string, status: 'shipped' | 'delivered') => ({
  orderId,
  shipment: {
    id: newId('ful'),
    orderId,
    lines: [{ lineId, sku: 'MUG', quantity: 2 }],
    carrier: 'post',
    trackingNumber: 'ABCD-1234',
    trackingUrl: 'https://tracking.example/post/ABCD-1234',
    status,
  },
  at: now(),
})
const shipped = (orderId: string) => shipmentShipped(parcel(orderId, 'shipped'))
const delivered = (orderId: string) => shipmentDelivered(parcel(orderId, 'delivered'))
const returned = (orderId: string, email: string) => ({
  orderId,
  returnId: newId('ret'),
  number: 'S-7',
  email,
  lines: [{ lineId, quantity: 1 }],
  at: now(),
})

function refunded(orderId: string) {
  const paymentId = newId('pay')
  const refund = {
    id: newId('rfd'),
    paymentId,
    orderId,
    amount: eur(500),
    reason: 'sorry',
    status: 'succeeded' as const,
  }
  const payment = {
    id: paymentId,
    orderId,
    provider: 'sandbox',
    methodId: 'card',
    status: 'captured' as const,
    amount: eur(2490),
    authorized: eur(2490),
    captured: eur(2490),
    refunded: eur(500),
    voided: eur(0),
    redirectUrl: null,
    failure: null,
    version: 3,
  }
  return paymentRefunded({ orderId, payment, refund })
}
