import { allScopes } from '@souk/contracts/scopes'
import { expect, it } from 'vitest'
import { SCOPES } from './scope-list.ts'

it('is every scope that a call of the shop asks for', () => {
  expect([...SCOPES].sort()).toEqual(allScopes)
})
