import { addShippingOption, quoteDelivery } from '@souk/contracts/shipping'
import { staff } from '@souk/kit/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLabelShop, stage, world } from './fixtures/label-shop.ts'

openLabelShop()

const eur = (amount: number) => ({ amount, currency: 'EUR' })
/** A busy machine may let a price come too late, and the rates stand in: that is what is meant. */
const PATIENT = { timeout: 8_000 }
const estimate = { minDays: 1, maxDays: 1 }
beforeAll(async () => {
  for (const [id, carrier, service] of [
    ['courier', 'swift', 'express'],
    ['parcel', 'postline', 'PRIO'],
    ['rocket', 'swift', 'rocket'],
  ] as const) {
    const rates = [
      { zone: 'de', price: eur(1_500), freeFrom: eur(20_000), estimate },
      { zone: 'de', price: { amount: 1_700, currency: 'USD' }, estimate },
    ]
    const option = { id, name: id, carrier, rates, carrierRate: { carrier, service } }
    await stage.ask(addShippingOption, option, { as: staff })
  }
})

const to = { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }
async function quote(weightGrams: number, { currency = 'EUR', worth = 1_000 } = {}) {
  const goods = [{ sku: 'MUG', quantity: 1, weightGrams, profile: 'standard' }]
  const asked = { currency, address: to, subtotal: { amount: worth, currency }, quantity: 1, goods }
  const quoted = await stage.ask(quoteDelivery, asked)
  const items = quoted.ok ? quoted.body.items : []
  return ['courier', 'parcel', 'rocket'].map((id) => items.find((one) => one.id === id)?.price.amount)
}

describe('an option at a carrier’s own price', () => {
  it('costs what the carrier says for that weight, or what its rates say where it says nothing', async () => {
    await expect.poll(() => quote(900), PATIENT).toEqual([1_190 + 140, 520 + 75, 1_500])
    await expect.poll(() => quote(2_900), PATIENT).toEqual([1_190 + 3 * 140, 520 + 3 * 75, 1_500])
  })

  it('stays free from its threshold on, and is not converted', async () => {
    await expect.poll(() => quote(900, { worth: 20_000 }), PATIENT).toEqual([0, 0, 0])
    await expect.poll(() => quote(900, { currency: 'USD' }), PATIENT).toEqual([1_700, 1_700, 1_700])
  })

  it('costs what its rates say while its carrier is away or slow, and the other carrier’s is not touched', async () => {
    await world.misbehave('swift rates down')
    await expect.poll(() => quote(900), PATIENT).toEqual([1_500, 595, 1_500])
    await world.misbehave('postline rates slow')
    await expect.poll(() => quote(900), PATIENT).toEqual([1_330, 1_500, 1_500])
  })
})
