import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Verdict } from '@souk/contracts/auditor'
import type { Order } from '@souk/contracts/orders'
import { connect, type DatabaseAddress } from '@souk/kit/database'
import { ADMINISTRATOR, natsConfiguration } from '@souk/kit/nats'
import { startNats, type TestNats } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../embedded/postgres/start-postgres.ts'
import { NOWHERE, shop } from '../../embedded/services.ts'
import { urlOf } from '../../fleet/url-of.ts'
import { client } from '../client.ts'
import { ADMIN_PASSWORD } from '../opened-shop.ts'
import { buy, ok, orderNow, sell } from '../shopping.ts'
import { adminOf, freePort, removeFolder, type ShopProcess, startShop, stopShop } from '../start-process.ts'

const OWNER = { user: 'merchant', password: 'a merchant of tests' }
const services = shop(NOWHERE)
const names = services.map(({ name }) => name)
const others = ['gateway', 'auditor', 'launcher']
const passwordOf = (user: string) => `${user}-password-of-tests`

let folder: string
let port: number
let nats: TestNats
let postgres: RunningPostgres

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-outside-'))
  port = await freePort()
  const users = [...names, ...others, ADMINISTRATOR]
  const passwords = Object.fromEntries(users.map((user) => [user, passwordOf(user)]))
  nats = await startNats((place) => natsConfiguration({ ...place, services, others, passwords }))
  postgres = await startPostgres({ dataFolder: join(folder, 'theirs'), settings: { fsync: 'off' } })
  const cluster = connect({ ...postgres, database: 'postgres' }, { connections: 1 })
  await cluster.unsafe(`create role ${OWNER.user} login createrole password '${OWNER.password}'`)
  for (const name of names) await cluster.unsafe(`create database their_${name} owner ${OWNER.user}`)
  await cluster.end()
}, 60_000)
afterAll(async () => {
  await nats.stop()
  await postgres.stop()
  await removeFolder(folder)
})

const databaseOf = (name: string): DatabaseAddress => ({
  ...{ host: postgres.host, port: postgres.port, database: `their_${name}` },
  ...OWNER,
})
const databases = () =>
  Object.fromEntries(
    names.map((name) => [`SOUK_DATABASE_URL_${name.toUpperCase()}`, urlOf(databaseOf(name))]),
  )
const brokerAs = (user: string) => `nats://${user}:${passwordOf(user)}@${nats.servers[0]}`
const asOne = () => ({ NATS_URL: brokerAs(ADMINISTRATOR) })
const asEach = () => ({
  ...asOne(),
  ...Object.fromEntries(
    [...names, ...others].map((name) => [`NATS_URL_${name.toUpperCase()}`, brokerAs(name)]),
  ),
})

const start = (env: Record<string, string>): ShopProcess =>
  startShop({
    ...{ data: join(folder, 'ours'), port, topology: 'fleet' },
    env: { ...env, SOUK_ADMIN_PASSWORD: ADMIN_PASSWORD, SOUK_RATE_LIMIT: 'off' },
  })

async function refusal(env: Record<string, string>): Promise<string> {
  const fleet = start(env)
  expect(await fleet.ended, fleet.said.screen).toBe(1)
  return fleet.said.complaint
}

const auditOf =
  ({ url }: ShopProcess) =>
  async () =>
    ok(await client(url).get<Verdict>('/ops/audit?strict=true'), 200).violations

it('is refused where some databases are named and some are not, and starts nothing', async () => {
  const { SOUK_DATABASE_URL_CARTS, SOUK_DATABASE_URL_ORDERS, ...some } = databases()
  expect(await refusal({ ...some, ...asOne() })).toContain(
    'SOUK_DATABASE_URL_… is to be given for all or for none, and SOUK_DATABASE_URL_CARTS, SOUK_DATABASE_URL_ORDERS are missing.',
  )
  expect(await refusal({ ...asOne(), NATS_URL_CARTS: brokerAs('carts') })).toContain('NATS_URL_ORDERS')
  expect(existsSync(join(folder, 'ours', 'postgres'))).toBe(false)
}, 60_000)

it('says whose database cannot be used, and no password', async () => {
  const wrong = urlOf({ ...databaseOf('carts'), password: 'guessed' })
  const said = await refusal({ ...databases(), ...asOne(), SOUK_DATABASE_URL_CARTS: wrong })
  expect(said).toContain('SOUK_DATABASE_URL_CARTS cannot be used: password authentication failed')
  expect(said).not.toContain('guessed')
}, 60_000)

it('sells on a broker and databases of somebody else, and finds everything there when it starts again', async () => {
  const first = start({ ...databases(), ...asEach() })
  await first.untilOpen()
  expect(first.said.screen).not.toContain('Every process enters the broker as')
  for (const own of ['postgres', 'broker']) expect(existsSync(join(folder, 'ours', own)), own).toBe(false)
  const admin = await adminOf(first, ADMIN_PASSWORD)
  const { sku } = await sell(admin)
  const order = await buy(client(first.url), [{ sku }])
  await expect.poll(auditOf(first), { timeout: 20_000, interval: 500 }).toBe(0)
  expect((await stopShop(first)).code).toBe(0)

  const second = start({ ...databases(), ...asOne() })
  await second.untilOpen()
  expect(second.said.screen).toContain('Every process enters the broker as administrator')
  expect(await orderNow(client(second.url), order)).toMatchObject<Partial<Order>>({ status: 'confirmed' })
  await buy(client(second.url), [{ sku }])
  await expect.poll(auditOf(second), { timeout: 20_000, interval: 500 }).toBe(0)
  expect((await stopShop(second)).code).toBe(0)
}, 180_000)
