import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { silentLog } from '../telemetry/log.ts'
import { natsIsHere, startNats, type TestNats } from '../testing/nats.ts'
import { writeCloudEvent } from './cloud-event.ts'
import { addressOf, byHand, hearers, opened, prepared } from './fixtures/broker.ts'
import { keyValueRegistry } from './key-value-registry.ts'
import { openLink } from './link.ts'
import { BUCKET, inboxOf, REGISTRY_PREFIX, STREAM } from './names.ts'
import { natsConfiguration } from './permissions.ts'

const TYPE = 'suite.happened.v1'
const services = [...hearers(['orders', 'payments']), { name: 'silent' }]
const passwords = Object.fromEntries(
  ['administrator', 'orders', 'payments', 'silent', 'gateway'].map((user) => [
    user,
    `${user}-password-of-tests`,
  ]),
)
const configured = {
  host: '127.0.0.1',
  port: 4222,
  storeFolder: '/data',
  services,
  others: ['gateway'],
  passwords,
}

const fact = (id: string, source: string): StoredEvent => ({
  id,
  type: TYPE,
  subject: 'a',
  source,
  time: new Date(0).toISOString(),
  data: {},
})

describe('the configuration of a broker', () => {
  it('is not written for names and passwords that could break out of it', () => {
    const other = (change: object) => () => natsConfiguration({ ...configured, ...change })
    expect(other({ services: [{ name: 'orders", password: "' }] })).toThrow('cannot be a name')
    expect(other({ others: ['*'] })).toThrow('cannot be a name')
    expect(other({ passwords: { ...passwords, orders: 'quote" and more of it' } })).toThrow(
      'orders needs a password',
    )
    expect(other({ passwords: { ...passwords, orders: undefined } })).toThrow('orders needs a password')
    expect(other({ passwords: { ...passwords, orders: 'short' } })).not.toThrow('short')
  })
})

describe.runIf(natsIsHere())('at a broker so configured', () => {
  let nats: TestNats
  let orders: NatsConnection
  const undo: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    nats = await startNats((place) => natsConfiguration({ ...configured, ...place }))
    const broker = await prepared(nats, ['orders', 'payments'])
    orders = await enter('orders')
    undo.push(
      () => nats.stop(),
      () => broker.stop(),
    )
  })
  afterAll(async () => {
    for (const one of undo.reverse()) await one()
  })

  const enter = async (name: string) => {
    const { servers, user, password } = addressOf(nats, name)
    const made = await connect({ servers: [...servers], user, pass: password, inboxPrefix: inboxOf(name) })
    undo.push(() => made.close())
    return made
  }
  const refused = (asked: Promise<unknown>) => expect(asked).rejects.toThrow(/Permissions Violation/)
  /** The server says so beside the connection, where nobody waits for an answer. */
  async function refusal(of: (connection: NatsConnection) => void): Promise<string> {
    const own = await enter('orders')
    const statuses = own.status()
    of(own)
    for await (const status of statuses) if (status.type === 'error') return status.error.message
    return ''
  }
  it('services are brought what they hear of each other', async () => {
    const [publisher, hearer] = [opened(nats, 'payments'), opened(nats, 'orders')]
    const stored: string[] = []
    const store = async (events: readonly StoredEvent[]) => void stored.push(...events.map(({ id }) => id))
    hearer.subscribe({ consumer: 'orders', types: new Set([TYPE]), store })
    await publisher.publish([fact('evt_1', 'payments')])
    await expect.poll(() => stored, { timeout: 5_000 }).toEqual(['evt_1'])
    const left = () =>
      byHand(nats, async ({ consumers }) => (await consumers.info(STREAM, 'orders')).num_ack_pending)
    await expect.poll(left).toBe(0)
    await Promise.all([publisher.close(), hearer.close()])
  })

  it('services and the gateway find each other', async () => {
    const [gateway, shop] = ['gateway', 'orders'].map((user) => {
      const link = openLink(addressOf(nats, user), silentLog)
      const registry = keyValueRegistry(link, silentLog)
      undo.push(
        () => link.close(),
        () => registry.close(),
      )
      return registry
    })
    const instance = { id: 'proc_1', service: 'orders', address: 'http://127.0.0.1:1', version: '1' }
    await shop?.register(instance)
    await expect.poll(() => gateway?.instancesOf('orders'), { timeout: 5_000 }).toEqual([instance])
    const later = openLink(addressOf(nats, 'gateway'), silentLog)
    const registry = keyValueRegistry(later, silentLog)
    undo.push(
      () => later.close(),
      () => registry.close(),
    )
    // Sooner than the next heartbeat: from the bucket itself.
    await expect.poll(() => registry.instancesOf('orders'), { timeout: 1_000 }).toEqual([instance])
  })

  it('nobody publishes as another service', async () => {
    const intruder = opened(nats, 'orders')
    undo.push(intruder.close)
    await expect(intruder.publish([fact('evt_2', 'payments')])).rejects.toThrow(/Permissions Violation/)
    await refused(jetstream(orders).publish(`souk.events.payments.${TYPE}`, '{}'))
  })

  it('nobody lets the server publish as another service', async () => {
    const [publisher, hearer] = [opened(nats, 'payments'), opened(nats, 'payments')]
    const [lie, key] = [writeCloudEvent(fact('lie', 'payments')), `${REGISTRY_PREFIX}orders.proc_2`]
    const js = jetstream(orders)
    await js.publish(`souk.events.orders.${TYPE}`, lie)
    await js.publish(key, lie)
    const answersTo = { reply: `souk.events.payments.${TYPE}` }
    const ask = (call: string, body?: object) =>
      orders.publish(`$JS.API.${call}`, body ? JSON.stringify(body) : '', answersTo)
    ask(`DIRECT.GET.KV_${BUCKET}.${key}`)
    ask(`DIRECT.GET.KV_${BUCKET}`, { last_by_subj: key })
    ask(`STREAM.MSG.GET.KV_${BUCKET}`, { last_by_subj: key })
    ask(`CONSUMER.MSG.NEXT.${STREAM}.orders`, { batch: 10, no_wait: true })
    const answers = async () => {
      const { state } = await byHand(nats, ({ streams }) => streams.info(STREAM, { subjects_filter: '>' }))
      return state.subjects?.[`souk.events.payments.${TYPE}`]
    }
    // What the server does answer is no event: an entry wrapped up, and that nothing more is there.
    await expect.poll(answers, { timeout: 5_000 }).toBeGreaterThanOrEqual(3)
    await publisher.publish([fact('evt_last', 'payments')])
    const stored: string[] = []
    const store = async (events: readonly StoredEvent[]) => void stored.push(...events.map(({ id }) => id))
    hearer.subscribe({ consumer: 'payments', types: new Set([TYPE]), store })
    await expect.poll(() => stored, { timeout: 5_000 }).toContain('evt_last')
    expect(stored).not.toContain('lie')
    await Promise.all([publisher.close(), hearer.close()])
  })

  it('nobody reads what is brought to another service, or acknowledges it', async () => {
    const next = `$JS.API.CONSUMER.MSG.NEXT.${STREAM}.payments`
    await refused(orders.request(next, '', { timeout: 2_000 }))
    expect(await refusal((own) => own.publish(`$JS.ACK.${STREAM}.payments.1.1.1.1.0`, '+ACK'))).toContain(
      '$JS.ACK',
    )
    for (const subject of ['souk.events.>', `${inboxOf('payments')}.>`, '>'])
      expect(await refusal((own) => void own.subscribe(subject, { callback: () => {} }))).toContain(
        'Subscription',
      )
  })

  it('nobody but the administrator makes, changes, empties or removes anything', async () => {
    const manager = await jetstreamManager(orders, { checkAPI: false, timeout: 2_000 })
    await refused(manager.streams.purge(STREAM))
    await refused(manager.streams.delete(STREAM))
    await refused(manager.streams.update(STREAM, { max_age: 1_000_000_000 }))
    await refused(manager.streams.deleteMessage(STREAM, 1))
    await refused(manager.streams.add({ name: 'mine', subjects: ['mine.>'] }))
    await refused(manager.consumers.add(STREAM, { durable_name: 'orders', ack_policy: AckPolicy.Explicit }))
    await refused(manager.consumers.delete(STREAM, 'payments'))
    await refused(manager.streams.purge(`KV_${BUCKET}`))
    await refused(manager.streams.delete(`KV_${BUCKET}`))
  })

  it('nobody registers as another service', async () => {
    await refused(jetstream(orders).publish(`${REGISTRY_PREFIX}payments.proc_1`, '{}'))
  })

  it('the gateway neither publishes events nor is brought any', async () => {
    const gateway = await enter('gateway')
    await refused(jetstream(gateway).publish(`souk.events.gateway.${TYPE}`, '{}'))
    await refused(gateway.request(`$JS.API.CONSUMER.MSG.NEXT.${STREAM}.orders`, '', { timeout: 2_000 }))
  })

  it('nobody enters without the password', async () => {
    const { servers } = nats
    await expect(connect({ servers: [...servers], user: 'orders', pass: 'guessed' })).rejects.toThrow()
    await expect(connect({ servers: [...servers] })).rejects.toThrow()
  })
})
