import { showOrder } from '@souk/contracts/orders'
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { follow } from '../parts/follow.ts'
import { written } from '../parts/money.ts'
import { Timeline } from '../parts/timeline.tsx'
import { TotalsTable } from '../parts/totals-table.tsx'
import { found } from '../server/found.ts'
import { readOrders } from '../server/order-cookie.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/order'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { ask } = context.get(visitorContext)
  const given = new URL(request.url).searchParams.get('token') ?? undefined
  const token = given ?? (await readOrders(request)).find(({ id }) => id === params.id)?.token
  const order = found<typeof showOrder>(await ask(showOrder, { id: params.id, ...(token && { token }) }))
  return { order, token }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `Order ${loaderData?.order.number ?? ''} · Souk` },
  { name: 'robots', content: 'noindex' },
]

export default function OrderPage({ loaderData: { order, token } }: Route.ComponentProps) {
  useNews(order.id, token)
  const { shippingAddress: to } = order
  return (
    <>
      <p className="text-soft">Order {order.number}</p>
      <h1 className="mb-2 text-(length:--text-xxl)" aria-live="polite">
        {headline(order)}
      </h1>
      <p className="mb-8 text-soft">We write to {order.email} whenever something happens.</p>
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="space-y-8">
          <ul className="panel divide-y divide-line">
            {order.lines.map(({ id, title, quantity, total }) => (
              <li key={id} className="flex justify-between gap-4 p-4">
                <span>
                  {quantity} × {title}
                </span>
                <span className="font-semibold">{written(total)}</span>
              </li>
            ))}
          </ul>
          <Timeline entries={order.timeline} />
        </div>
        <aside className="panel h-fit space-y-6 p-6">
          <TotalsTable totals={order.totals} isDeliveryKnown />
          <address className="not-italic text-soft">
            {to.name}
            <br />
            {to.line1}
            <br />
            {to.postalCode} {to.city}
          </address>
        </aside>
      </div>
    </>
  )
}

type Order = Route.ComponentProps['loaderData']['order']

const HEADLINES: Record<string, string> = {
  pending: 'We are waiting for your payment',
  confirmed: 'Thank you, it is yours',
  processing: 'We are packing it',
  completed: 'It is all done',
  cancelled: 'This order was cancelled',
  on_hold: 'We are looking at this order',
}
function headline({ status, fulfilmentStatus }: Order): string {
  if (status === 'processing' && fulfilmentStatus === 'shipped') return 'It is on its way'
  return HEADLINES[status] ?? status
}

/** The shop tells as it happens; whoever has no script sees it when the page is loaded again. */
function useNews(id: string, token: string | undefined): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const left = new AbortController()
    const query = token ? `?${new URLSearchParams({ token })}` : ''
    void follow(`/store/v1/orders/${id}/events${query}`, left.signal, () => void revalidate())
    return () => left.abort()
  }, [id, token, revalidate])
}
