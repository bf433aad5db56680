import {
  addShippingOption,
  addShippingProfile,
  addShippingZone,
  changeShippingProfile,
  changeShippingZone,
  listShippingProfiles,
  quoteDelivery,
  removeShippingOption,
  removeShippingProfile,
  removeShippingZone,
  showShippingProfile,
  showShippingZone,
} from '@souk/contracts/shipping'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shipping } from './service.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage([shipping()], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const as = { as: staff }
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const estimate = { minDays: 1, maxDays: 2 }
const offered = async (to: object, goods: object[] = []) => {
  const address = { name: 'Ada', line1: 'Weg 1', city: 'X', postalCode: '1', country: 'CH', ...to }
  const asked = { currency: 'EUR', address, subtotal: eur(1_000), quantity: 1, goods: goods as never }
  const quoted = await stage.ask(quoteDelivery, asked)
  return quoted.ok && quoted.body.items.map(({ id, price }) => [id, price.amount])
}

describe('a zone', () => {
  it('is opened, priced, narrowed and taken away, and each counts at once', async () => {
    const areas = [{ country: 'CH', postalCode: '80*' }]
    const added = await stage.ask(addShippingZone, { id: 'zurich', name: 'Zürich', areas }, as)
    expect(added).toMatchObject({ status: 201, body: { version: 1, timeZone: 'UTC', cutOff: null, areas } })
    const rates = [{ zone: 'zurich', price: eur(700), estimate }]
    await stage.ask(addShippingOption, { id: 'tram', name: 'Tram', carrier: 'vbz', rates }, as)
    expect(await offered({ postalCode: '8001' })).toEqual([['tram', 700]])
    expect(await offered({ postalCode: '3000' })).toEqual([])
    const change = { id: 'zurich', countries: ['CH'], cutOff: '12:00', holidays: ['2027-08-01'] }
    const stale = await stage.ask(changeShippingZone, change, { ...as, ifMatch: '"2"' })
    expect(stale).toMatchObject({ refusal: { code: 'version_conflict' } })
    const changed = await stage.ask(changeShippingZone, change, { ...as, ifMatch: '"1"' })
    expect(changed).toMatchObject({ body: { version: 2, name: 'Zürich', areas, cutOff: '12:00' } })
    expect(await stage.ask(showShippingZone, { id: 'zurich' }, as)).toEqual(changed)
    expect(await offered({ postalCode: '3000' })).toEqual([['tram', 700]])
    const needed = await stage.ask(removeShippingZone, { id: 'zurich' }, as)
    expect(needed).toMatchObject({
      refusal: { code: 'shipping_zone_in_use', detail: expect.stringMatching(/tram/) },
    })
    await stage.ask(removeShippingOption, { id: 'tram' }, as)
    expect(await stage.ask(removeShippingZone, { id: 'zurich' }, as)).toMatchObject({ status: 204 })
    expect(await stage.ask(showShippingZone, { id: 'zurich' }, as)).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('holds no place that another one holds, however it is written, also when two ask at once', async () => {
    const add = (id: string, given: object) => stage.ask(addShippingZone, { id, name: id, ...given }, as)
    const overlap = { refusal: { code: 'zones_overlap' } }
    expect(await add('twin', { countries: ['DE', 'LI'] })).toMatchObject(overlap)
    expect(await stage.ask(showShippingZone, { id: 'twin' }, as)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    await add('isles', {
      areas: [
        { country: 'FR', postalCode: '20 *' },
        { country: 'ES', region: 'Canarias' },
      ],
    })
    expect(await add('twin', { areas: [{ country: 'FR', postalCode: '20*' }] })).toMatchObject(overlap)
    expect(await add('twin', { areas: [{ country: 'ES', region: 'CANARIAS ' }] })).toMatchObject(overlap)
    const both = await Promise.all(['a', 'b'].map((id) => add(id, { countries: ['LI'] })))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await add('isles', {})).toMatchObject({ refusal: { code: 'shipping_zone_exists' } })
    const lost = await stage.ask(changeShippingZone, { id: 'isles', timeZone: 'Moon/Crater' }, as)
    expect(lost).toMatchObject({ refusal: { code: 'unknown_time_zone' } })
  })
})

describe('a shipping profile', () => {
  it('is what goods ship alike by', async () => {
    const added = await stage.ask(addShippingProfile, { id: 'frozen', name: 'Frozen food' }, as)
    expect(added).toMatchObject({ status: 201, body: { isShipped: true, version: 1 } })
    expect(await stage.ask(addShippingProfile, { id: 'frozen', name: 'Again' }, as)).toMatchObject({
      refusal: { code: 'shipping_profile_exists' },
    })
    const ice = { sku: 'ICE', quantity: 1, weightGrams: 100, profile: 'frozen' }
    expect(await offered({ country: 'DE' }, [ice])).toEqual([])
    const edit = { id: 'frozen', isShipped: false }
    expect(await stage.ask(changeShippingProfile, edit, { ...as, ifMatch: '"9"' })).toMatchObject({
      refusal: { code: 'version_conflict' },
    })
    expect(await stage.ask(changeShippingProfile, edit, as)).toMatchObject({
      body: { version: 2, name: 'Frozen food', isShipped: false },
    })
    expect(await offered({ country: 'DE' }, [ice])).toEqual([['no-delivery', 0]])
    expect(await stage.ask(removeShippingProfile, { id: 'frozen' }, as)).toMatchObject({ status: 204 })
    expect(await stage.ask(showShippingProfile, { id: 'frozen' }, as)).toMatchObject({ ok: false })
  })

  it('stays while something needs it', async () => {
    const inUse = { refusal: { code: 'shipping_profile_in_use' } }
    expect(await stage.ask(removeShippingProfile, { id: 'standard' }, as)).toMatchObject(inUse)
    expect(await stage.ask(removeShippingProfile, { id: 'bulky' }, as)).toMatchObject(inUse)
    const listed = await stage.ask(listShippingProfiles, {}, as)
    expect(listed.ok && listed.body.items.map(({ id }) => id)).toEqual(['bulky', 'digital', 'standard'])
  })

  it('of bulky goods costs by its weight from the start', async () => {
    const sofa = (weightGrams: number) => [{ sku: 'SOFA', quantity: 1, weightGrams, profile: 'bulky' }]
    expect(await offered({ country: 'DE' }, sofa(20_000))).toEqual([['standard', 2_490]])
    expect(await offered({ country: 'DE' }, sofa(30_001))).toEqual([['standard', 3_490]])
    expect(await offered({ country: 'DE' }, sofa(100_001))).toEqual([])
  })
})
