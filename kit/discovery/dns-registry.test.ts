import { afterEach, expect, it } from 'vitest'
import { silentLog } from '../telemetry/index.ts'
import { dnsRegistry } from './dns-registry.ts'
import type { Registry } from './registry.ts'

/** A name server that says what it was told to, until it is told otherwise. */
function nameServer(zone: Record<string, string[]>) {
  let fault: string | undefined
  let asked = 0
  return {
    zone,
    asked: () => asked,
    fail: (code: string | undefined) => {
      fault = code
    },
    async resolve(host: string) {
      asked++
      if (fault) throw Object.assign(new Error('no answer'), { code: fault })
      const found = zone[host]
      if (!found) throw Object.assign(new Error('nobody'), { code: 'ENOTFOUND' })
      return found
    },
  }
}

let open: Registry | undefined
afterEach(() => open?.close())
async function registryOf({ resolve }: ReturnType<typeof nameServer>) {
  open = await dnsRegistry({
    services: ['catalog', 'carts'],
    hostOf: (service) => `${service}.souk.svc`,
    port: 8080,
    resolve,
    log: silentLog,
    everyMs: 5,
  })
  return open
}
const addresses = (registry: Registry) => registry.instancesOf('catalog').map(({ address }) => address)

it('knows every address of a name as an instance, when it begins', async () => {
  const registry = await registryOf(
    nameServer({ 'catalog.souk.svc': ['10.0.0.8', '10.0.0.7', 'fd00::7'], 'carts.souk.svc': ['10.0.1.1'] }),
  )
  expect(addresses(registry)).toEqual([
    'http://10.0.0.7:8080',
    'http://10.0.0.8:8080',
    'http://[fd00::7]:8080',
  ])
  expect(registry.all()).toHaveLength(4)
  expect(registry.instancesOf('orders')).toEqual([])
})

it('sees who came and who left', async () => {
  const server = nameServer({ 'catalog.souk.svc': ['10.0.0.7'] })
  const registry = await registryOf(server)
  server.zone['catalog.souk.svc'] = ['10.0.0.9']
  await expect.poll(() => addresses(registry)).toEqual(['http://10.0.0.9:8080'])
  delete server.zone['catalog.souk.svc']
  await expect.poll(() => addresses(registry)).toEqual([])
})

it('keeps what it knew while no name server answers', async () => {
  const server = nameServer({ 'catalog.souk.svc': ['10.0.0.7'] })
  const registry = await registryOf(server)
  const before = server.asked()
  server.fail('ETIMEOUT')
  server.zone['carts.souk.svc'] = ['10.0.1.1']
  await expect.poll(() => server.asked() - before).toBeGreaterThan(4)
  expect(addresses(registry)).toEqual(['http://10.0.0.7:8080'])
  server.fail(undefined)
  await expect.poll(() => registry.instancesOf('carts')).toHaveLength(1)
})

it('leaves telling to the cluster', async () => {
  const registry = await registryOf(nameServer({}))
  const me = { id: 'me', service: 'catalog', address: 'http://10.0.0.1:8080', version: '1' }
  const leave = await registry.register(me)
  expect(registry.all()).toEqual([])
  await leave()
})
