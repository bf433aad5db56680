import { showOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { useMay } from '../session/use-may.ts'
import type { Order } from './order.ts'

type Address = Order['shippingAddress']

/** Who bought it and where it goes. */
export function Addresses({ order }: { readonly order: Order }) {
  const { email, customerId, shippingAddress, billingAddress, shippingOption } = order
  const seesCustomers = useMay('customers:read')
  return (
    <Section title="For whom">
      <p>
        <a href={`mailto:${email}`}>{email}</a>
        {customerId && seesCustomers && (
          <>
            <br />
            <a href={showOf('customers', customerId)}>The customer’s page</a>
          </>
        )}
      </p>
      <h3>Delivery: {shippingOption.name}</h3>
      <Lines address={shippingAddress} />
      <h3>Invoice</h3>
      <Lines address={billingAddress} />
    </Section>
  )
}

function Lines({
  address: { name, company, line1, line2, postalCode, city, region, country, phone },
}: {
  readonly address: Address
}) {
  const lines = [name, company, line1, line2, `${postalCode} ${city}`, region, country, phone]
  return (
    <address>
      {lines
        .filter((line) => line)
        .map((line) => (
          <div key={line}>{line}</div>
        ))}
    </address>
  )
}
