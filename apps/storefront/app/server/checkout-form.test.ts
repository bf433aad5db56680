import { expect, it } from 'vitest'
import { readBuyer } from './checkout-form.ts'

const filled = {
  email: ' ada@example.com ',
  name: 'Ada Lovelace',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
}
const read = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readBuyer(form)
}

it('is read without the spaces around, and without what is left empty', () => {
  const { email, ...shippingAddress } = { ...filled, email: 'ada@example.com' }
  expect(read({ ...filled, line2: ' ' })).toEqual({ buyer: { email, shippingAddress } })
  expect(read({ ...filled, line2: '2nd floor' })).toMatchObject({
    buyer: { shippingAddress: { line2: '2nd floor' } },
  })
})

it.each(['email', 'name', 'line1', 'city', 'postalCode', 'country'])('tells that %s is missing', (field) => {
  const told = read({ ...filled, [field]: '' })
  expect(Object.keys('missing' in told ? told.missing : {})).toEqual([field])
})

it('tells an e-mail address that cannot be one', () => {
  expect(read({ ...filled, email: 'ada' })).toMatchObject({ missing: { email: expect.any(String) } })
})
