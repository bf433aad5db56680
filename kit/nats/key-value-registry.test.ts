import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Instance, Registry } from '../discovery/registry.ts'
import { silentLog } from '../telemetry/log.ts'
import { natsIsHere, startNats } from '../testing/nats.ts'
import { addressOf, prepared } from './fixtures/broker.ts'
import { keyValueRegistry } from './key-value-registry.ts'
import { openLink } from './link.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

/** Longer than anybody's silence is borne while the broker is there. */
const LONG_MS = 5_000
const SOON = { timeout: 3_000, interval: 20 }

const instance = (id: string): Instance => ({
  id,
  service: 'shelves',
  address: `http://127.0.0.1:1/${id}`,
  version: '1',
})
const idsSeenBy = (registry: Registry) => registry.instancesOf('shelves').map(({ id }) => id)

async function place() {
  const nats = await startNats()
  undo.push(() => nats.stop())
  const broker = await prepared(nats, [])
  undo.push(() => broker.stop())
  const join = async (id?: string) => {
    const link = openLink(addressOf(nats), silentLog)
    const registry = keyValueRegistry(link, silentLog)
    undo.push(
      () => link.close(),
      () => registry.close(),
    )
    if (id) await registry.register(instance(id))
    return { registry, die: () => link.close() }
  }
  return { nats, join }
}

describe.runIf(natsIsHere())('the registry', { timeout: 60_000 }, () => {
  it('is full again by itself when its broker was away for long and came back empty', async () => {
    const { nats, join } = await place()
    const [dying, living, watching] = [await join('a'), await join('b'), await join()]
    await expect.poll(() => idsSeenBy(watching.registry), SOON).toEqual(['a', 'b'])
    await nats.kill()
    await dying.die()
    await pause(LONG_MS)
    for (const { registry } of [living, watching]) expect(idsSeenBy(registry)).toEqual(['a', 'b'])
    await nats.wipe()
    await nats.start()
    const comesLater = await join()
    await expect.poll(() => idsSeenBy(comesLater.registry), SOON).toEqual(['b'])
    for (const { registry } of [living, watching])
      await expect.poll(() => idsSeenBy(registry), { timeout: 10_000 }).toEqual(['b'])
  })

  it('gives nobody up while its broker stands still', async () => {
    const { nats, join } = await place()
    const [living, watching] = [await join('a'), await join()]
    await expect.poll(() => idsSeenBy(watching.registry), SOON).toEqual(['a'])
    await nats.freeze()
    const seen = new Set<string>()
    const watch = setInterval(() => seen.add(idsSeenBy(watching.registry).join()), 20)
    await pause(LONG_MS)
    nats.thaw()
    await pause(1_500)
    clearInterval(watch)
    expect([...seen]).toEqual(['a'])
    expect(idsSeenBy(living.registry)).toEqual(['a'])
  })

  it('takes whoever registers before there is a broker', async () => {
    const { nats, join } = await place()
    await nats.kill()
    const [early, watching] = [await join('a'), await join()]
    expect(idsSeenBy(early.registry)).toEqual(['a'])
    await nats.start()
    await expect.poll(() => idsSeenBy(watching.registry), SOON).toEqual(['a'])
  })

  it('refuses names that would not stay within their key', async () => {
    const { registry } = await (await place()).join()
    await expect(registry.register({ ...instance('a'), service: 'shelves.*' })).rejects.toThrow('shelves.*')
    await expect(registry.register({ ...instance('a'), id: 'a.b' })).rejects.toThrow('a.b')
  })
})
