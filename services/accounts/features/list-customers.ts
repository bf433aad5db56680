import type { listCustomers as contract } from '@souk/contracts/accounts'
import type { Feature } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import { toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { recordAccess } from './record-access.ts'

export const listCustomers: Feature<typeof contract, AccountsStore> = async ({ limit, cursor, q }, room) => {
  const before = Number.parseInt(cursor ?? '', 36)
  const rows = await room.store.customers.list({
    before: Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER,
    limit: limit + 1,
    start: emailKey(q ?? ''),
  })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  await recordAccess(
    'list-customers',
    shown.map(({ id }) => id),
    room,
  )
  return {
    items: shown.map(({ position: _, ...profile }) => ({ ...toCustomer(profile), version: profile.version })),
    nextCursor: last ? last.position.toString(36) : null,
  }
}
