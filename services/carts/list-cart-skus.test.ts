import { listCartSkus } from '@souk/contracts/carts'
import { guest } from '@souk/kit/testing'
import { pricing } from '@souk/pricing/service'
import { expect, it } from 'vitest'
import { customer, idOf, newVariant, open, openShop, put, refused, stage } from './test-shop.ts'

openShop([pricing()])

it('tells our own services what is in a cart, for whom it is open to and nobody else', async () => {
  const ada = idOf('cus')
  const [tie, pin] = [newVariant(), newVariant()]
  const own = await open(customer(ada))
  await put(own, tie, 1, customer(ada))
  const guests = await open()
  await put(guests, pin)
  const skusOf = (id: string, customerId?: string) =>
    stage.ask(listCartSkus, { id, ...(customerId && { customerId }) })
  expect(await skusOf(own, ada)).toMatchObject({ body: { skus: [tie.sku] } })
  expect(await skusOf(guests)).toMatchObject({ body: { skus: [pin.sku] } })
  for (const asked of [skusOf(own), skusOf(own, idOf('cus')), skusOf(idOf('cart'))])
    expect(await asked).toMatchObject(refused('not_found'))
  expect(await stage.ask(listCartSkus, { id: guests }, { as: guest })).toMatchObject(refused('not_found'))
})
