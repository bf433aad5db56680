import { Fragment } from 'react'
import { written } from '../data/money.ts'
import type { Order } from './order.ts'

/** How the total comes about. */
export function TotalsList({
  order: { totals, taxes, promotions = [], amountDue },
}: {
  readonly order: Order
}) {
  return (
    <dl className="facts">
      <dt>Goods</dt>
      <dd>{written(totals.subtotal)}</dd>
      {promotions.map(({ title, code, amount }) => (
        <Fragment key={title + code}>
          <dt>
            {title}
            {code && <> ({code})</>}
          </dt>
          <dd>−{written(amount)}</dd>
        </Fragment>
      ))}
      <dt>Delivery</dt>
      <dd>{written(totals.shipping)}</dd>
      {taxes.map(({ name, rate, amount }) => (
        <Fragment key={name + rate}>
          <dt>
            {totals.taxIncluded ? 'of that ' : ''}
            {name.includes('%') ? name : `${name} ${rate} %`}
          </dt>
          <dd>{written(amount)}</dd>
        </Fragment>
      ))}
      <dt className="sum">Total</dt>
      <dd className="sum">{written(totals.total)}</dd>
      {amountDue && amountDue.amount > 0 && (
        <>
          <dt>Still to be paid</dt>
          <dd>{written(amountDue)}</dd>
        </>
      )}
    </dl>
  )
}
