import { addTaxRate, listPriceModes, quote, setPriceMode } from '@souk/contracts/pricing'
import { openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pricing } from './service.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage([pricing()], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const at = (country: string, postalCode = '1') => ({
  shippingAddress: { name: 'Ada', line1: 'Weg 1', city: 'Ort', postalCode, country },
})
const line = (amount: number, id = 'a') => ({
  ...{ id, sku: 'MUG', quantity: 2, unitPrice: eur(amount), taxClass: 'standard' },
})
const quoted = async (more: object) => {
  const made = await stage.ask(quote, { currency: 'EUR', lines: [line(1_190)], ...more })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.body
}
const mode = (more: object) => ({
  ...{ currency: 'EUR', taxIncluded: true, homeCountry: 'DE' },
  ...{ rounding: { mode: 'half_even' as const, level: 'line' as const } },
  ...more,
})

describe('what a business of another member state buys', () => {
  it('has no tax in it: the tax goes out of every price, delivery’s too', async () => {
    const bought = await quoted({ taxId: 'FR40303265045', shipping: eur(600), ...at('FR') })
    expect(bought).toMatchObject({
      reverseCharge: true,
      lines: [{ unitPrice: eur(992), tax: eur(0), total: eur(1_984) }],
      taxes: [],
      totals: { subtotal: eur(1_984), shipping: eur(500), tax: eur(0), total: eur(2_484), taxIncluded: true },
    })
  })

  it('is taxed as ever where the goods do not cross a border, or nobody gave a number', async () => {
    for (const more of [{ taxId: 'DE136695976', ...at('DE') }, at('FR')]) {
      const bought = await quoted(more)
      expect(bought).not.toHaveProperty('reverseCharge')
      expect(bought.totals.tax.amount).toBeGreaterThan(0)
    }
  })
})

describe('a rate of some postal codes', () => {
  it('goes before the country’s, the longer before the shorter', async () => {
    const add = (rate: string, postalCode: string) =>
      stage.ask(
        addTaxRate,
        { country: 'ES', taxClass: 'standard', name: `IGIC ${rate}`, rate, postalCode },
        { as: staff },
      )
    expect(
      await stage.ask(
        addTaxRate,
        { country: 'ES', taxClass: 'standard', name: 'IVA', rate: '21' },
        { as: staff },
      ),
    ).toMatchObject({ ok: true })
    expect([await add('7', '35'), await add('3', '35001')]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await add('9', '35')).toMatchObject({ refusal: { code: 'tax_rate_exists' } })
    const rateAt = async (code: string) => (await quoted(at('ES', code))).taxes[0]?.rate
    expect([await rateAt('28001'), await rateAt('35 011'), await rateAt('35001')]).toEqual(['21', '7', '3'])
  })
})

describe('how prices are meant', () => {
  it('is said for each currency, from the version it was seen at', async () => {
    const set = (more: object, ifMatch?: string) =>
      stage.ask(setPriceMode, mode(more), { as: staff, ...(ifMatch && { ifMatch }) })
    const rounding = { mode: 'half_up' as const, level: 'order' as const }
    expect(await set({ rounding }, '"1"')).toMatchObject({ ok: true, body: { version: 2, rounding } })
    expect(await set({ rounding }, '"1"')).toMatchObject({ refusal: { code: 'version_conflict' } })
    const modes = await stage.ask(listPriceModes, {}, { as: staff })
    expect(modes).toMatchObject({
      body: { items: [{ currency: 'EUR', rounding }, { currency: 'GBP' }, { currency: 'USD' }] },
    })
  })

  it('is in every quote from the next one on', async () => {
    const lines = [line(1, 'a'), line(1, 'b'), line(1, 'c')]
    const taxOf = async (level: 'line' | 'order') => {
      await stage.ask(setPriceMode, mode({ rounding: { mode: 'half_even', level } }), { as: staff })
      const { totals, rounding } = await quoted({ lines, ...at('DE') })
      expect(rounding.level).toBe(level)
      return totals.tax.amount
    }
    // 19 % in 2 is 0.32: nothing of each, and one of all three.
    expect([await taxOf('line'), await taxOf('order')]).toEqual([0, 1])
  })
})
