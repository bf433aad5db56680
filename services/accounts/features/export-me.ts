import type { exportMe as contract } from '@souk/contracts/accounts'
import {
  exportFromCarts,
  exportFromNotifications,
  exportFromOrders,
  exportFromPricing,
} from '@souk/contracts/export'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { emptyBook, entries } from '../domain/address-book.ts'
import { toCustomer } from '../domain/profile.ts'
import type { AccountsStore } from '../store/accounts-store.ts'
import { ownId } from './own-id.ts'
import { signInAgain } from './rotate-token.ts'

const OTHERS = [exportFromCarts, exportFromNotifications, exportFromOrders, exportFromPricing]
const ALL = { before: Number.MAX_SAFE_INTEGER, limit: 10_000 }

/** What accounts knows, and what each other service says it does. */
export const exportMe: Process<typeof contract, AccountsStore> = async (_, room) => {
  const id = ownId(room.caller)
  const [own, others] = await Promise.all([exportOwn(id, room), exportOthers(id, room)])
  return own ? { ...others.parts, ...own, missing: others.missing } : signInAgain()
}

async function exportOwn(id: string, { store }: ProcessRoom<AccountsStore>) {
  const [customer, book, sessions, accesses, consents, groups] = await Promise.all([
    store.customers.find(id),
    store.customers.findBook(id),
    store.sessions.list(id),
    store.customers.findAccesses(id),
    store.consents.list(id, ALL),
    store.groups.keysOf(id),
  ])
  if (!customer) return undefined
  return {
    profile: toCustomer(customer),
    addresses: entries(book ?? emptyBook),
    sessions: sessions.map(({ id, createdAt, lastUsedAt, expiresAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    accesses: accesses.map(({ at, action }) => ({ at: at.toISOString(), action })),
    consents: consents.map(({ position: _, at, ...consent }) => ({ ...consent, at: at.toISOString() })),
    groups,
  }
}

/** Whoever does not answer is named: an export that silently lacks something would be a lie. */
async function exportOthers(customerId: string, { ask, log }: ProcessRoom<AccountsStore>) {
  const asked = await Promise.all(
    OTHERS.map(async (contract) => {
      try {
        const given = await ask(contract, { customerId })
        return given.ok ? given.body.parts : contract.service
      } catch (err) {
        log.warn({ err, asked: contract.service }, 'a service did not say what it knows of a customer')
        return contract.service
      }
    }),
  )
  return {
    parts: Object.assign({}, ...asked.filter((one) => typeof one !== 'string')) as Record<string, unknown[]>,
    missing: asked.filter((one) => typeof one === 'string'),
  }
}
