import { pricing } from '@souk/pricing/service'
import { expect, it } from 'vitest'
import {
  change,
  details,
  eur,
  freeze,
  got,
  look,
  newVariant,
  openShop,
  parcel,
  paris,
  ready,
  world,
} from './test-shop.ts'

openShop([pricing()])

const bought = async (taxId: string) => {
  const id = await ready(newVariant())
  world.options = [parcel]
  return { id, changed: await change(id, { taxId }) }
}

it('a business is known by its VAT number, however it is written', async () => {
  const { id, changed } = await bought('de 136 695 976')
  expect(got(changed)).toMatchObject({ taxId: 'DE136695976', totals: { tax: eur(458) } })
  expect(got(await change(id, { email: details.email })).taxId).toBe('DE136695976')
  expect(got(await change(id, { taxId: null }))).not.toHaveProperty('taxId')
})

it.each(['DE136695975', 'FR123', '<b>', 'ZZ123456789'])('%s is no VAT number', async (taxId) => {
  const { id, changed } = await bought(taxId)
  expect(changed).toMatchObject({ refusal: { code: 'invalid_tax_id', errors: [{ path: 'taxId' }] } })
  expect(await look(id)).not.toHaveProperty('taxId')
})

it('what crosses a border to a business is shown, and ordered, without tax', async () => {
  const { id } = await bought('FR40303265045')
  const cart = got(await change(id, { shippingAddress: paris }))
  expect(cart).toMatchObject({
    reverseCharge: true,
    lines: [{ unitPrice: eur(992), total: eur(1_984) }],
    totals: { subtotal: eur(1_984), tax: eur(0) },
  })
  got(await change(id, { shippingAddress: details.shippingAddress, shippingOptionId: 'standard' }))
  const frozen = got(await freeze(id))
  expect(frozen).toMatchObject({ taxId: 'FR40303265045', lines: [{ unitPrice: eur(1_190) }] })
  expect(frozen.quote).not.toHaveProperty('reverseCharge')
})
