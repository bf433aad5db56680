/** Who asks. The gateway establishes it from a verified token; nothing a request says changes it. */
export type Caller =
  | { readonly kind: 'guest'; readonly address: string }
  | { readonly kind: 'customer'; readonly id: string; readonly address: string }
  | { readonly kind: 'staff'; readonly id: string; readonly scopes: readonly string[] }
  | { readonly kind: 'operator' }
  | { readonly kind: 'service'; readonly name: string }

/** Whose idempotency key it is: keys of different principals never meet. */
export function principalOf(caller: Caller, resource: string | undefined): string {
  switch (caller.kind) {
    case 'guest':
      return `guest:${resource ?? caller.address}`
    case 'customer':
      return `customer:${caller.id}`
    case 'staff':
      return `staff:${caller.id}`
    case 'operator':
      return 'operator'
    case 'service':
      return `service:${caller.name}`
  }
}

/** How a caller is named in timelines and audit records. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'customer' || caller.kind === 'staff') return caller.id
  return caller.kind === 'service' ? `service:${caller.name}` : caller.kind
}
