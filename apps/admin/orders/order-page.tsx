import { useShowContext } from 'react-admin'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { ShowPage } from '../parts/show-page.tsx'
import { Status } from '../parts/status.tsx'
import { useMay } from '../session/use-may.ts'
import { Addresses } from './addresses.tsx'
import { Lines } from './lines.tsx'
import type { Order } from './order.ts'
import { OrderActions } from './order-actions.tsx'
import { Parcels } from './parcels.tsx'
import { Payments } from './payments.tsx'
import { Returns } from './returns.tsx'
import { Timeline } from './timeline.tsx'
import { TotalsList } from './totals-list.tsx'

/** One order: what it holds, how it is paid and sent, what happened to it and what can be done. */
export default function OrderPage() {
  return (
    <ShowPage>
      <Body />
    </ShowPage>
  )
}

function Body() {
  const { record: order } = useShowContext<Order>()
  const mayWrite = useMay('orders:write')
  if (!order) return null
  return (
    <Page
      title={`Order ${order.number}`}
      back={{ title: 'Orders', href: listOf('orders') }}
      actions={mayWrite && <OrderActions order={order} />}
    >
      <p className="actions">
        <Status state={order.status} />
        <Status state={order.paymentStatus} />
        <Status state={order.fulfilmentStatus} />
        {order.returnStatus !== 'none' && <Status state={order.returnStatus} />}
      </p>
      {order.holdReason && <p>On hold: {order.holdReason}</p>}
      {order.cancelReason && <p>Cancelled: {order.cancelReason}</p>}
      <div className="columns">
        <div>
          <Section title="What it holds">
            <Lines order={order} />
          </Section>
          <Parcels order={order} mayWrite={mayWrite} />
          <Returns order={order} mayWrite={mayWrite} />
          <Section title="What happened">
            <Timeline order={order} />
          </Section>
        </div>
        <div>
          <Section title="Total">
            <TotalsList order={order} />
          </Section>
          <Payments order={order} />
          <Addresses order={order} />
        </div>
      </div>
    </Page>
  )
}
