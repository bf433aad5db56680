import type { EventRoom } from '@souk/kit/service'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { Action } from '../store/audit-log.ts'

/** Somebody on the staff did something somewhere: it is written down where nobody can change it. */
export async function recordAction(
  action: Omit<Action, 'id'>,
  { store, event }: EventRoom<AccountsStore>,
): Promise<void> {
  await store.auditLog.add({ ...action, service: event.source, id: event.id })
}
