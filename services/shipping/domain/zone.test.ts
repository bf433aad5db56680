import { describe, expect, it } from 'vitest'
import { type Zone, zoneOf } from './zone.ts'

const zone = (id: string, given: Partial<Zone>): Zone => ({
  ...{ id, name: id, countries: [], areas: [], timeZone: 'UTC', cutOff: null, holidays: [], version: 1 },
  ...given,
})
const code = (country: string, postalCode: string) => ({ country, postalCode })
const zones = [
  zone('britain', { countries: ['GB'] }),
  zone('highlands', { areas: [code('GB', 'IV*'), code('GB', 'kw1*')] }),
  zone('inverness', { areas: [code('GB', 'IV1*')] }),
  zone('castle', { areas: [code('GB', 'IV1 1AA')] }),
  zone('scotland', { areas: [{ country: 'GB', region: 'Scotland' }] }),
  zone('islands', { areas: [code('FR', '20*')] }),
]

describe('the zone of an address', () => {
  it.each([
    ['a country', 'GB', 'SW1A 1AA', undefined, 'britain'],
    ['a region before its country', 'GB', 'EH1 1AA', ' scotland', 'scotland'],
    ['a postal code before a region', 'GB', 'IV99 1AA', 'Scotland', 'highlands'],
    ['the longer beginning', 'GB', 'iv10-2bb', 'Scotland', 'inverness'],
    ['the code itself', 'GB', 'iv1 1aa', undefined, 'castle'],
    ['patterns in any case', 'GB', 'KW12', undefined, 'highlands'],
    ['a part of a country that is nowhere else', 'FR', '20 000', undefined, 'islands'],
    ['none, outside of it', 'FR', '75001', undefined, undefined],
    ['none, in another country', 'DE', 'IV1 1AA', 'Scotland', undefined],
  ])('is that of %s', (_what, country, postalCode, region, id) => {
    const to = { country, postalCode, ...(region && { region }) }
    expect(zoneOf(zones, to)?.id).toBe(id)
    expect(zoneOf([...zones].reverse(), to)?.id).toBe(id)
  })
})
