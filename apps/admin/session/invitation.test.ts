import { expect, it } from 'vitest'
import { invitedWith } from './invitation.tsx'

it.each([
  ['#/invitation?token=abc', 'abc'],
  ['#/invitation', ''],
  ['#/orders?token=abc', undefined],
  ['', undefined],
])('%s leads to an invitation with the token %s', (hash, token) => {
  expect(invitedWith(hash)).toBe(token)
})
