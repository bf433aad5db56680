/** Who asks. The gateway establishes it from a verified token; nothing a request says changes it. */
export type Caller =
  | { readonly kind: 'guest'; readonly address: string }
  | { readonly kind: 'customer'; readonly id: string; readonly address: string }
  | { readonly kind: 'staff'; readonly id: string; readonly scopes: readonly string[] }
  /** `id` is the staff member's; without one somebody at the machine itself. */
  | { readonly kind: 'operator'; readonly id?: string | undefined }
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
      return actorOf(caller)
    case 'service':
      return `service:${caller.name}`
  }
}

/** How a caller is named in timelines and audit records. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'customer' || caller.kind === 'staff') return caller.id
  if (caller.kind === 'operator') return caller.id ? `operator:${caller.id}` : 'operator'
  return caller.kind === 'service' ? `service:${caller.name}` : caller.kind
}
