import { written } from '../data/money.ts'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import type { Order } from './order.ts'

/** How it was paid, and what was given back. */
export function Payments({ order: { payments, refunds } }: { readonly order: Order }) {
  return (
    <Section title="Money">
      {payments.length === 0 && <p className="hint">Nothing was paid yet.</p>}
      {payments.map(({ id, provider, status, authorized, captured, refunded }) => (
        <dl className="facts" key={id}>
          <dt>{provider}</dt>
          <dd>
            <Status state={status} />
          </dd>
          <dt>Authorized</dt>
          <dd>{written(authorized)}</dd>
          <dt>Taken</dt>
          <dd>{written(captured)}</dd>
          <dt>Given back</dt>
          <dd>{written(refunded)}</dd>
        </dl>
      ))}
      {refunds.map(({ id, amount, reason, status }) => (
        <p key={id}>
          {written(amount)} back: {reason} <Status state={status} />
        </p>
      ))}
    </Section>
  )
}
