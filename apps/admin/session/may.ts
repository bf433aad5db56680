/** Everything. */
const ADMIN = 'admin'

/** Whether somebody with these scopes may do what asks for one of them. */
export const may = (scopes: readonly string[], scope: string): boolean =>
  scopes.includes(ADMIN) || scopes.includes(scope)

/** Whose scopes a resource goes by, where they are not named like it. */
const SCOPED_AS: Readonly<Record<string, string>> = {
  categories: 'products',
  import: 'products',
  promotions: 'pricing',
  'tax-rates': 'pricing',
  'shipping-options': 'shipping',
  'shipping-zones': 'shipping',
  roles: 'staff',
  'audit-log': 'audit',
}

const WRITES = new Set(['create', 'delete', 'write'])

/** What an action on a resource asks for. The page that edits opens for whoever may read: it then only shows. */
export function scopeFor({ resource, action }: { resource: string; action: string }): string {
  const whose = SCOPED_AS[resource] ?? resource
  const isWrite = WRITES.has(action) || resource === 'import'
  return `${whose}:${isWrite ? 'write' : 'read'}`
}
