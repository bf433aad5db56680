import { useGetList, useShowContext } from 'react-admin'
import { written } from '../data/money.ts'
import type { Order } from '../orders/order.ts'
import { Page } from '../parts/page.tsx'
import { listOf, showOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { ShowPage } from '../parts/show-page.tsx'
import { Status } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { useMay } from '../session/use-may.ts'
import type { Customer } from './customer.ts'

/** One customer: profile, addresses, what they agreed to, and what they ordered. */
export default function CustomerPage() {
  return (
    <ShowPage>
      <Body />
    </ShowPage>
  )
}

function Body() {
  const { record: customer } = useShowContext<Customer>()
  const seesOrders = useMay('orders:read')
  if (!customer) return null
  return (
    <Page title={customer.name} back={{ title: 'Customers', href: listOf('customers') }}>
      <p className="hint">That you looked at this page is recorded.</p>
      <div className="columns">
        <div>
          {seesOrders && <Orders email={customer.email} />}
          <Addresses customer={customer} />
        </div>
        <Profile customer={customer} />
      </div>
    </Page>
  )
}

function Profile({
  customer: { email, emailVerified, preferences, groups = [], createdAt },
}: {
  readonly customer: Customer
}) {
  const { marketing, locale, currency } = preferences
  const channels = Object.entries(marketing).flatMap(([channel, agreed]) => (agreed ? [channel] : []))
  const facts = [
    [
      'E-mail address',
      <a key="email" href={`mailto:${email}`}>
        {email}
      </a>,
    ],
    ['Verified', emailVerified ? 'Yes' : 'Not yet'],
    ['Language', locale],
    ['Currency', currency],
    ['Promotions by', channels.join(', ') || 'nothing'],
    ['Groups', groups.join(', ') || 'none'],
    ['Since', <When key="since" at={createdAt} />],
  ] as const
  return (
    <Section title="Profile">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Addresses({ customer: { addresses } }: { readonly customer: Customer }) {
  return (
    <Section title="Address book">
      {!addresses && <p className="hint">Loading…</p>}
      {addresses?.length === 0 && <p className="hint">No addresses saved.</p>}
      {addresses?.map(
        ({ id, name, line1, postalCode, city, country, isDefaultShipping, isDefaultBilling }) => (
          <address key={id}>
            {name}, {line1}, {postalCode} {city}, {country}{' '}
            {isDefaultShipping && <span className="status plain">Delivery</span>}{' '}
            {isDefaultBilling && <span className="status plain">Invoice</span>}
          </address>
        ),
      )}
    </Section>
  )
}

const COLUMNS: readonly Column<Order>[] = [
  { title: 'Order', cell: ({ id, number }) => <a href={showOf('orders', id)}>{number}</a> },
  { title: 'Placed', cell: ({ placedAt }) => <When at={placedAt} /> },
  { title: 'Status', cell: ({ status }) => <Status state={status} /> },
  { title: 'Total', cell: ({ totals }) => written(totals.total), isNumber: true },
]
const SHOWN = 10

function Orders({ email }: { readonly email: string }) {
  const { data = [], isPending } = useGetList<Order>('orders', {
    pagination: { page: 1, perPage: SHOWN },
    filter: { email },
  })
  return (
    <Section title="Latest orders">
      {data.length === 0 && <p className="hint">{isPending ? 'Loading…' : 'No orders yet.'}</p>}
      {data.length > 0 && <Table caption="Orders" columns={COLUMNS} rows={data} keyOf={({ id }) => id} />}
    </Section>
  )
}
