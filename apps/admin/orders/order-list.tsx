import { written } from '../data/money.ts'
import { ChoiceFilter, TextFilter } from '../parts/filters.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { showOf } from '../parts/paths.ts'
import { Status } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { FULFILMENT_STATUSES, ORDER_STATUSES, type Order, PAYMENT_STATUSES } from './order.ts'

const COLUMNS: readonly Column<Order>[] = [
  { title: 'Order', cell: ({ id, number }) => <a href={showOf('orders', id)}>{number}</a> },
  { title: 'Placed', cell: ({ placedAt }) => <When at={placedAt} /> },
  { title: 'Customer', cell: ({ shippingAddress, email }) => shippingAddress.name || email },
  { title: 'Status', cell: ({ status }) => <Status state={status} /> },
  { title: 'Payment', cell: ({ paymentStatus }) => <Status state={paymentStatus} /> },
  { title: 'Parcels', cell: ({ fulfilmentStatus }) => <Status state={fulfilmentStatus} /> },
  { title: 'Total', cell: ({ totals }) => written(totals.total), isNumber: true },
]

/** Orders, the newest first. */
export default function OrderList() {
  return (
    <ListPage<Order>
      title="Orders"
      columns={COLUMNS}
      empty="No orders yet. They appear here as soon as somebody buys something."
      filters={
        <>
          <TextFilter name="number" label="Order number, in full" />
          <TextFilter name="email" label="E-mail address, in full" />
          <ChoiceFilter name="status" label="Status" choices={ORDER_STATUSES} />
          <ChoiceFilter name="paymentStatus" label="Payment" choices={PAYMENT_STATUSES} />
          <ChoiceFilter name="fulfilmentStatus" label="Parcels" choices={FULFILMENT_STATUSES} />
        </>
      }
    />
  )
}
