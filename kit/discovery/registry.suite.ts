import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance, Registry } from './registry.ts'

/** One process's view of the place under test. */
export interface Member {
  readonly registry: Registry
  /** Ends as a killed process does: says nothing, and is not heard of again. */
  die(): Promise<void>
}

/** A driver under test: every `join` is another process at the same place. */
export interface RegistryPlace {
  join(): Promise<Member>
  close(): Promise<void>
}

const SOON = { timeout: 1_000, interval: 10 }
const GONE = { timeout: 5_000, interval: 20 }
const at = (id: string, service = 'catalog', port = 4_000): Instance => ({
  id,
  service,
  address: `http://127.0.0.1:${port}`,
  version: '1.0.0',
})

/** What every driver promises to those who register and those who ask. */
export function registrySuite(name: string, open: () => Promise<RegistryPlace>): void {
  describe(`a registry ${name}`, () => {
    let place: RegistryPlace
    beforeEach(async () => {
      place = await open()
    })
    afterEach(() => place.close())
    const idsSeenBy = (registry: Registry, service = 'catalog') =>
      expect.poll(
        () =>
          registry
            .instancesOf(service)
            .map(({ id }) => id)
            .sort(),
        SOON,
      )

    it('tells everybody who answers for a service, and where', async () => {
      const [one, other] = [await place.join(), await place.join()]
      await one.registry.register(at('a'))
      for (const { registry } of [one, other])
        await expect.poll(() => registry.instancesOf('catalog'), SOON).toEqual([at('a')])
    })

    it('tells who came later of those before', async () => {
      const one = await place.join()
      await one.registry.register(at('a'))
      await idsSeenBy((await place.join()).registry).toEqual(['a'])
    })

    it('knows several instances of a service, and each service by its own name', async () => {
      const [one, other] = [await place.join(), await place.join()]
      await one.registry.register(at('a'))
      await other.registry.register(at('b', 'catalog', 4_001))
      await other.registry.register(at('c', 'carts', 4_002))
      await idsSeenBy(one.registry).toEqual(['a', 'b'])
      await idsSeenBy(one.registry, 'carts').toEqual(['c'])
      expect(
        one.registry
          .all()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['a', 'b', 'c'])
    })

    it('answers at once that nobody is there', async () => {
      const { registry } = await place.join()
      await registry.register(at('a'))
      expect(registry.instancesOf('nobody')).toEqual([])
    })

    it('forgets at once who left, and nobody else', async () => {
      const [one, other] = [await place.join(), await place.join()]
      const leave = await one.registry.register(at('a'))
      await other.registry.register(at('b', 'catalog', 4_001))
      await idsSeenBy(other.registry).toEqual(['a', 'b'])
      await leave()
      for (const { registry } of [one, other]) await idsSeenBy(registry).toEqual(['b'])
    })

    it('lets one leave twice', async () => {
      const { registry } = await place.join()
      const leave = await registry.register(at('a'))
      await leave()
      await leave()
      await idsSeenBy(registry).toEqual([])
    })

    it('takes the last word about an instance that comes again', async () => {
      const [one, other] = [await place.join(), await place.join()]
      const leave = await one.registry.register(at('a'))
      await leave()
      await one.registry.register(at('a', 'catalog', 4_009))
      await expect
        .poll(() => other.registry.instancesOf('catalog'), SOON)
        .toEqual([at('a', 'catalog', 4_009)])
    })

    it('gives up who died within five seconds, and goes on knowing who lives', async () => {
      const [dying, living, watching] = [await place.join(), await place.join(), await place.join()]
      await dying.registry.register(at('a'))
      await living.registry.register(at('b', 'catalog', 4_001))
      await idsSeenBy(watching.registry).toEqual(['a', 'b'])
      await dying.die()
      await expect
        .poll(() => watching.registry.instancesOf('catalog').map(({ id }) => id), GONE)
        .toEqual(['b'])
    })
  })
}
