import type { ProcessRoom } from '@souk/kit/service'
import type { Provider } from '../providers/provider.ts'
import type { PaymentsStore } from '../store/payments-store.ts'

const ROWS_A_PAGE = 100
const MOST_PAGES = 20

interface Read {
  /** Where to go on next time: the last page is read again, for it may have grown. */
  cursor: string | null
  isWhole: boolean
  orderIds: string[]
}

/** Copies what is new in a provider’s book, a bounded lot at a time. */
export async function readBook(
  provider: Provider,
  { store, speak }: Pick<ProcessRoom<PaymentsStore>, 'store' | 'speak'>,
  from: string | null,
): Promise<Read> {
  const read: Read = { cursor: from, isWhole: false, orderIds: [] }
  for (let page = 0; page < MOST_PAGES && !read.isWhole; page++) {
    const cursor = read.cursor ?? undefined
    const asked = { to: 'provider', verb: `${provider.id}.ledger` }
    const book = await speak(asked, async () => await provider.ledger?.({ limit: ROWS_A_PAGE, cursor }))
    if (!book) break
    if (book.items.length > 0) await store.addStatement(provider.id, book.items)
    read.orderIds.push(...book.items.map(({ orderId, reference }) => orderId ?? reference))
    read.isWhole = book.nextCursor === null
    read.cursor = book.nextCursor ?? read.cursor
  }
  return read
}
