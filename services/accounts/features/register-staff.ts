import type { registerStaff as contract } from '@souk/contracts/accounts'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { emailKey } from '../domain/email.ts'
import { isTooCommon } from '../domain/password.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import type { Parts } from './parts.ts'

/** A known address is answered before anything is hashed: every start of a shop asks this. */
export const registerStaff =
  ({ hashing }: Parts): Process<typeof contract, AccountsStore> =>
  async ({ email, password, name, scopes }, room) => {
    const key = emailKey(email)
    const known = await room.store.staff.findId(key)
    if (known) return { id: known, wasCreated: false }
    if (isTooCommon(password, email)) return refuse('password_too_common')
    const passwordHash = await hashing.hash(password)
    if (isRefusal(passwordHash)) return passwordHash
    const id = room.ids.next('staff')
    const createdAt = toTimestamp(room.clock.now())
    const isNew = await room.store.staff.add({
      id,
      email,
      emailKey: key,
      name,
      scopes,
      passwordHash,
      createdAt,
    })
    if (isNew) return { id, wasCreated: true }
    const first = await room.store.staff.findId(key)
    if (!first) throw new Error('a staff member was neither added nor there')
    return { id: first, wasCreated: false }
  }
