import { allScopes } from '@souk/contracts/scopes'
import { describe, expect, it } from 'vitest'
import { may, scopeFor } from './may.ts'

it('who may do everything may do each', () => {
  expect(may(['admin'], 'orders:write')).toBe(true)
})

it('who may read may not write', () => {
  expect(may(['orders:read'], 'orders:read')).toBe(true)
  expect(may(['orders:read'], 'orders:write')).toBe(false)
})

describe('what a resource asks for', () => {
  it.each([
    ['products', 'list', 'products:read'],
    ['products', 'edit', 'products:read'],
    ['products', 'create', 'products:write'],
    ['categories', 'delete', 'products:write'],
    ['import', 'list', 'products:write'],
    ['promotions', 'write', 'pricing:write'],
    ['tax-rates', 'list', 'pricing:read'],
    ['shipping-zones', 'list', 'shipping:read'],
    ['roles', 'create', 'staff:write'],
    ['audit-log', 'list', 'audit:read'],
    ['inventory', 'write', 'inventory:write'],
    ['customers', 'show', 'customers:read'],
  ])('%s, %s: %s', (resource, action, scope) => {
    expect(scopeFor({ resource, action })).toBe(scope)
    expect(allScopes).toContain(scope)
  })
})
