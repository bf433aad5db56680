export interface Room {
  readonly title: string
  readonly resource: string
  readonly scope: string
  /** Typed after `g`, it leads there. */
  readonly key: string
}

/** Where one can go in the back office, and what one has to be allowed for it. */
export const ROOMS: readonly Room[] = [
  { title: 'Orders', resource: 'orders', scope: 'orders:read', key: 'o' },
  { title: 'Products', resource: 'products', scope: 'products:read', key: 'p' },
  { title: 'Categories', resource: 'categories', scope: 'products:read', key: 'c' },
  { title: 'Import', resource: 'import', scope: 'products:write', key: 'i' },
  { title: 'Stock', resource: 'inventory', scope: 'inventory:read', key: 's' },
  { title: 'Customers', resource: 'customers', scope: 'customers:read', key: 'u' },
  { title: 'Promotions', resource: 'promotions', scope: 'pricing:read', key: 'm' },
  { title: 'Shipping', resource: 'shipping-options', scope: 'shipping:read', key: 'd' },
  { title: 'Taxes', resource: 'tax-rates', scope: 'pricing:read', key: 't' },
  { title: 'Staff', resource: 'staff', scope: 'staff:read', key: 'w' },
  { title: 'Roles', resource: 'roles', scope: 'staff:read', key: 'r' },
  { title: 'Audit log', resource: 'audit-log', scope: 'audit:read', key: 'a' },
]
