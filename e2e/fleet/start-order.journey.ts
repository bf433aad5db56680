import { once } from 'node:events'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Verdict } from '@souk/contracts/auditor'
import type { DatabaseAddress } from '@souk/kit/database'
import { brokerFrom } from '@souk/kit/fleet'
import { openLink, prepareBroker } from '@souk/kit/nats'
import { readSettings, systemClock } from '@souk/kit/runtime'
import { createLog } from '@souk/kit/telemetry'
import { startNats } from '@souk/kit/testing'
import { afterAll, expect, it } from 'vitest'
import { settings } from '../../embedded/settings.ts'
import { fillShop } from '../../fleet/fill-shop.ts'
import { programsOf } from '../../fleet/plan.ts'
import { type Supervised, supervise } from '../../fleet/supervise.ts'
import { tellEach } from '../../fleet/tell-each.ts'
import { ADMIN_PASSWORD, SECRETS } from '../opened-shop.ts'
import { openOutside } from '../outside.ts'
import { asShop } from '../shop.ts'
import { buy, ok, sell } from '../shopping.ts'
import { freePort } from '../start-process.ts'

/** A dozen programs start here, on a machine that has other things to do. */
const SOON = { timeout: 60_000, interval: 100 }

const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
}, 60_000)

/** Where PostgreSQL will be: until it is, whoever knocks is turned away and noted. */
async function closedDoor(folder: string, port: number) {
  const knocked = new Set<string>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (said) => {
      knocked.add(/souk_(?<service>[a-z]+)/.exec(String(said))?.groups?.service ?? '')
      socket.destroy()
    })
  })
  await mkdir(folder)
  await once(server.listen(join(folder, `.s.PGSQL.${port}`)), 'listening')
  return {
    knocked,
    async openTo(host: string) {
      server.close()
      await rm(folder, { recursive: true })
      await symlink(host, folder)
    },
  }
}

/** A shop whose processes were told everything, and of which nothing runs yet but the simulators. */
async function plan() {
  const outside = await openOutside()
  closing.push(outside.close)
  const nats = await startNats()
  closing.push(nats.stop)
  await nats.kill()
  const { host: house, port: number } = outside.databases.values().next().value as DatabaseAddress
  const folder = join(outside.folder, 'door')
  const door = await closedDoor(folder, number)
  const behindDoor = (all: ReadonlyMap<string, DatabaseAddress>) =>
    new Map([...all].map(([name, address]) => [name, { ...address, host: folder }]))
  const { sandbox, mailbox, services } = outside
  const [names, port] = [services.map(({ name }) => name), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const chosen = readSettings(settings, {
    ...{ HOST: '127.0.0.1', SOUK_RATE_LIMIT: 'off', SOUK_LOG: process.env.SOUK_LOG ?? 'silent' },
    ...{ SOUK_DEMO: 'off', SOUK_ADMIN_PASSWORD: ADMIN_PASSWORD },
  })
  const urlFor = (name: string) => `nats://${name}:anything@${nats.servers[0]}`
  const told = tellEach({
    opening: { chosen, version: 'test' },
    processes: {
      ...{ secrets: SECRETS, port },
      simulators: {
        sandboxUrl: sandbox.url,
        carriersUrl: outside.carriers.url,
        mailboxUrl: mailbox.url,
        smtpPort: mailbox.smtpPort,
      },
    },
    ...{ url, names, broker: { urlFor } },
    ...{ databases: behindDoor(outside.databases), readers: behindDoor(outside.readers) },
  })
  const programs = programsOf({ services: names, scale: () => 1, told: told.env, sockets: [] })
  const openDoor = () => door.openTo(house)
  return { outside, nats, names, knocked: door.knocked, openDoor, chosen, url, urlFor, told, programs }
}

it('comes up by itself whatever is started first: the gateway, then services, then databases, then the broker', async () => {
  const { outside, nats, names, knocked, openDoor, chosen, url, urlFor, told, programs } = await plan()
  const log = createLog('fatal')
  const start = (program: Parameters<typeof supervise>[0]): Supervised => {
    const started = supervise(program, { clock: systemClock, log })
    closing.push(started.stop)
    return started
  }
  const statusOf = (path: string) =>
    fetch(`${url}${path}`).then(
      ({ status }) => status,
      () => undefined,
    )

  programs.gateways.forEach(start)
  await expect.poll(() => statusOf('/livez'), SOON).toBe(200)
  expect(await statusOf('/readyz')).toBe(503)
  expect(await statusOf('/store/v1/products')).toBe(503)

  const services = [programs.auditor, ...programs.services.toReversed()].map(start)
  const first = services.map((one) => one.pid())
  await expect.poll(() => [...knocked].sort(), SOON).toEqual(names.toSorted())
  await openDoor()
  await Promise.all(services.map((one) => one.untilUp()))
  expect(await statusOf('/readyz')).toBe(503)

  await nats.start()
  const link = openLink(brokerFrom(urlFor('administrator')), log)
  closing.push(() => link.close())
  const broker = await prepareBroker(link, { services: outside.services }, log)
  closing.push(() => broker.stop())
  await expect.poll(() => statusOf('/readyz'), SOON).toBe(200)
  outside.meet(url)
  await fillShop({ chosen }, told.launcher)

  const shop = asShop({
    url,
    mailboxUrl: outside.mailbox.url,
    databases: outside.databases,
    async close() {},
  })
  const { sku } = await sell(await shop.admin())
  await buy(shop.guest(), [{ sku }])
  const violations = async () => ok(await shop.guest().get<Verdict>('/ops/audit?strict=true'), 200).violations
  await expect.poll(violations, SOON).toBe(0)
  expect(services.map((one) => one.pid())).toEqual(first)
}, 180_000)
