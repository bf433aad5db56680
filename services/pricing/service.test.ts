import { addTaxRate, changeTaxRate, listTaxRates, quote, removeTaxRate } from '@souk/contracts/pricing'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pricing } from './service.ts'

let stage: Stage
const seller = { kind: 'staff', id: 'staff_seller', scopes: ['pricing:read'] } as const

const price = async (
  country: string,
  more: { region?: string; taxClass?: string; currency?: string } = {},
) => {
  const { region, taxClass = 'standard', currency = 'EUR' } = more
  const made = await stage.ask(quote, {
    currency,
    lines: [{ id: 'a', sku: 'MUG', quantity: 2, unitPrice: { amount: 5_000, currency }, taxClass }],
    shippingAddress: {
      name: 'Ada',
      line1: 'Weg 1',
      city: 'Ort',
      postalCode: '1',
      country,
      ...(region && { region }),
    },
  })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.body.totals.tax.amount
}

beforeAll(async () => {
  stage = await openStage([pricing()], { cluster: testCluster() })
})
afterAll(() => stage.stop())

describe('the first day’s rates', () => {
  it.each([
    ['DE', {}, 1597],
    ['DE', { taxClass: 'reduced' }, 654],
    ['FR', { taxClass: 'reduced' }, 521],
    ['NL', {}, 1736],
    ['GB', { currency: 'GBP' }, 1667],
    ['GB', { currency: 'GBP', taxClass: 'reduced' }, 0],
    ['US', { currency: 'USD', region: 'CA' }, 725],
    ['US', { currency: 'USD', region: 'NY' }, 400],
    ['US', { currency: 'USD', region: 'OR' }, 0],
  ])('tax 100.00 to %s %j with %d', async (country, more, tax) => {
    expect(await price(country, more)).toBe(tax)
  })
})

describe('a quote', () => {
  it('is refused when prices are in another currency', async () => {
    const lines = [
      { id: 'a', sku: 'MUG', quantity: 1, unitPrice: { amount: 1, currency: 'USD' }, taxClass: 'standard' },
    ]
    expect(await stage.ask(quote, { currency: 'EUR', lines })).toMatchObject({
      refusal: { code: 'invalid_request' },
    })
  })

  it('is not for the public', async () => {
    const asked = await stage.ask(quote, { currency: 'EUR', lines: [] }, { as: guest })
    expect(asked).toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('tax rates', () => {
  const austria = { country: 'AT', taxClass: 'standard', name: 'USt. 20 %', rate: '20' }

  it('decide the next quote as soon as they are added, changed and taken away', async () => {
    expect(await price('AT')).toBe(0)
    const added = await stage.ask(addTaxRate, austria, { as: staff })
    if (!added.ok) throw new Error(added.refusal.code)
    expect(added).toMatchObject({ status: 201, body: { rate: '20', region: null, priority: 0, version: 1 } })
    expect(await price('AT')).toBe(1667)

    const { id } = added.body
    const changed = await stage.ask(changeTaxRate, { id, rate: '10.5' }, { as: staff, ifMatch: '"1"' })
    expect(changed).toMatchObject({ ok: true, body: { rate: '10.5', name: 'USt. 20 %', version: 2 } })
    expect(await price('AT')).toBe(950)
    const late = await stage.ask(changeTaxRate, { id, rate: '5' }, { as: staff, ifMatch: '"1"' })
    expect(late).toMatchObject({ refusal: { code: 'version_conflict' } })

    expect(await stage.ask(removeTaxRate, { id }, { as: staff })).toMatchObject({ status: 204 })
    expect(await price('AT')).toBe(0)
    expect(await stage.ask(removeTaxRate, { id }, { as: staff })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('do not decide the same case twice', async () => {
    const german = { ...austria, country: 'DE' }
    expect(await stage.ask(addTaxRate, german, { as: staff })).toMatchObject({
      refusal: { code: 'tax_rate_exists' },
    })
  })

  it('are listed in pages that neither repeat nor skip', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await stage.ask(listTaxRates, { limit: 4, ...(cursor && { cursor }) }, { as: seller })
      if (!page.ok) throw new Error(page.refusal.code)
      seen.push(...page.body.items.map(({ id }) => id))
      cursor = page.body.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(13)
    expect(new Set(seen).size).toBe(13)
  })

  it('are changed by staff with the scope alone', async () => {
    expect(await stage.ask(addTaxRate, austria, { as: seller })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await stage.ask(listTaxRates, {}, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
  })
})
