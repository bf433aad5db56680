import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Carrier, Finding } from './carrier.ts'
import { openCarriers } from './fixtures/open-carriers.ts'

type World = Awaited<ReturnType<typeof openCarriers>>

const labelOf = (answer: Answer | Finding) => {
  if (answer.is !== 'known') throw new Error(`expected a label, but: ${JSON.stringify(answer)}`)
  return answer.label
}

/** What a carrier’s adapter must keep, whoever the carrier is. `service` is one it has. */
export function carrierSuite(id: 'swift' | 'postline', service: string): void {
  describe(`the carrier ${id}`, () => {
    let world: World
    let carrier: Carrier
    let count = 0
    beforeAll(async () => {
      world = await openCarriers()
      carrier = world[id]
    })
    afterEach(() => world.misbehave())
    afterAll(() => world.close())

    const to = { name: 'Ada & Söhne', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }
    const wish = (more: object = {}) => ({ key: `lbl_${++count}`, service, grams: 1_200, to, ...more })
    const buy = async (given = wish()) => labelOf(await carrier.buy(given))
    const soldAs = async (key: string) => (await world.sold()).filter(({ reference }) => reference === key)

    it('prices a parcel in minor units, dearer the heavier it is', async () => {
      const priceOf = async (grams: number) => {
        const said = await carrier.rates({ grams, to })
        return said.is === 'known' ? said.rates.find((rate) => rate.service === service)?.price : undefined
      }
      const [light, heavy] = [await priceOf(900), await priceOf(9_000)]
      expect(light?.currency).toBe('EUR')
      expect(light?.amount).toBeGreaterThan(100)
      expect(heavy?.amount).toBeGreaterThan(light?.amount ?? 0)
    })

    it('sells a label with a number to follow it by, and an image to print', async () => {
      const given = wish()
      const label = await buy(given)
      expect(label).toMatchObject({
        isCancelled: false,
        price: { currency: 'EUR', amount: expect.any(Number) },
      })
      expect(labelOf(await carrier.find(given.key))).toEqual(label)
      const image = await fetch(label.labelUrl)
      expect(image.headers.get('content-type')).toContain('image/svg+xml')
      expect(await image.text()).toContain(label.trackingNumber)
      expect((await fetch(label.trackingUrl)).status).toBe(200)
    })

    it('sells one for a key, however often and whenever it is asked', async () => {
      const given = wish()
      const labels = await Promise.all([1, 2, 3].map(() => buy(given)))
      expect(new Set(labels.map(({ carrierId }) => carrierId)).size).toBe(1)
      expect(await soldAs(given.key)).toHaveLength(1)
    })

    it('says "unknown" of a label sold but never answered, and finds it by its key', async () => {
      await world.misbehave(`${id} buy lost`)
      const given = wish()
      expect(await carrier.buy(given)).toMatchObject({ is: 'unknown' })
      await world.misbehave()
      const found = labelOf(await carrier.find(given.key))
      expect(await buy(given)).toEqual(found)
      expect(await soldAs(given.key)).toMatchObject([{ trackingNumber: found.trackingNumber }])
    })

    it.each(['down', 'slow'])(
      'says "unknown" while it is %s, and never "absent" or "refused"',
      async (fault) => {
        const label = await buy()
        await world.misbehave(...['rates', 'buy', 'find', 'cancel'].map((what) => `${id} ${what} ${fault}`))
        const said = await Promise.all([
          carrier.rates({ grams: 1, to }),
          carrier.buy(wish()),
          carrier.find('lbl_1'),
          carrier.cancel(label.carrierId),
        ])
        expect(said.map(({ is }) => is)).toEqual(Array(4).fill('unknown'))
      },
    )

    it('refuses a service it does not have, and sells nothing', async () => {
      const given = wish({ service: 'rocket' })
      expect(await carrier.buy(given)).toMatchObject({ is: 'refused' })
      expect(await carrier.find(given.key)).toEqual({ is: 'absent' })
    })

    it('takes a label back until its parcel was seen', async () => {
      const label = await buy()
      expect(labelOf(await carrier.cancel(label.carrierId)).isCancelled).toBe(true)
      const used = await buy()
      await world.scan(used.trackingNumber, 'accepted')
      expect(await carrier.cancel(used.carrierId)).toMatchObject({ is: 'refused' })
      expect(await carrier.cancel('nobody-knows')).toMatchObject({ is: 'refused' })
    })
  })
}
