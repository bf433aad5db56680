import { useGetList } from 'react-admin'
import { written } from '../data/money.ts'
import type { Order } from '../orders/order.ts'
import { listOf, showOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'

const SHOWN = 8

const COLUMNS: readonly Column<Order>[] = [
  { title: 'Order', cell: ({ id, number }) => <a href={showOf('orders', id)}>{number}</a> },
  { title: 'Placed', cell: ({ placedAt }) => <When at={placedAt} /> },
  { title: 'Total', cell: ({ totals }) => written(totals.total), isNumber: true },
]

/** The newest orders of which nothing is packed. */
export function Waiting() {
  const { data, pageInfo, isPending } = useGetList<Order>('orders', {
    pagination: { page: 1, perPage: SHOWN },
    filter: { status: 'confirmed', fulfilmentStatus: 'unfulfilled' },
  })
  return (
    <Section title="Waiting to be packed">
      {isPending && <p className="hint">Loading…</p>}
      {data?.length === 0 && <p className="hint">Nothing waits: everything is packed.</p>}
      {data && data.length > 0 && (
        <Table caption="Waiting to be packed" columns={COLUMNS} rows={data} keyOf={({ id }) => id} />
      )}
      {pageInfo?.hasNextPage && (
        <p>
          These are the newest {SHOWN}. <a href={listOf('orders')}>All orders</a>
        </p>
      )}
    </Section>
  )
}
