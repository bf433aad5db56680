import { minutes, toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { Provider } from '../providers/provider.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { find } from './proceed.ts'
import { readBook } from './read-book.ts'

/** What is under way in one book is not in the other yet: only what stands this long is looked into. */
const GRACE_MS = minutes(1)
const ORDERS_AT_ONCE = 2_000
const LOOKED_INTO_AT_ONCE = 50

type Room = ProcessRoom<PaymentsStore>

/**
 * Holds each provider’s own book against ours: a charge unknown to us, and one we believe in that is missing there.
 * What can be put right by asking about the payment is; the rest is an alarm, for a person.
 */
export const compareBooks = (providers: Providers) => async (room: Room) => {
  for (const provider of providers.all.filter(({ ledger }) => ledger)) {
    await compareBook(provider, room).catch((err) =>
      room.log.warn({ err, provider: provider.id }, 'a provider’s book could not be compared'),
    )
  }
  // There is no next lot to come back for at once: how far it got is where the next turn begins.
  return 0
}

async function compareBook(provider: Provider, room: Room): Promise<void> {
  const { store } = room
  const now = room.clock.now()
  const before = await store.findProgress(provider.id)
  const read = await readBook(provider, room, before.cursor)
  const aged = { after: before.position, before: toTimestamp(now - GRACE_MS), limit: ORDERS_AT_ONCE }
  // What we believe is missing in their book only where that was read to its end.
  const believed = read.isWhole ? await store.listBelieved(provider.id, aged) : []
  const touched = [...read.orderIds, ...believed.map(({ orderId }) => orderId)]
  await note(provider, room, touched)
  await lookInto(provider, room, toTimestamp(now - GRACE_MS))
  const position = believed.at(-1)?.position ?? before.position
  await store.saveProgress(provider.id, { cursor: read.cursor, position })
}

async function note({ id }: Provider, { store, clock }: Room, given: readonly string[]): Promise<void> {
  const orderIds = [...new Set(given)]
  if (orderIds.length === 0) return
  const found = await store.compare(id, orderIds)
  await store.noteDifferences(id, { orderIds, found, at: toTimestamp(clock.now()) })
}

/** Asks about the payments that differ for longer; what differs even then is an alarm. */
async function lookInto(provider: Provider, room: Room, since: string): Promise<void> {
  const { store, log } = room
  const standing = await store.listStanding(provider.id, since, LOOKED_INTO_AT_ONCE)
  if (standing.length === 0) return
  for (const orderId of standing) {
    const payments = await store.findAll(orderId)
    for (const payment of payments.filter((one) => one.provider === provider.id))
      await find(payment, { provider, room })
  }
  await note(provider, room, standing)
  for (const difference of await store.claimAlarms(provider.id, standing, toTimestamp(room.clock.now())))
    log.error({ provider: provider.id, ...difference }, 'the provider’s book and ours differ')
}
