import { written } from './money.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}
interface Totals {
  readonly subtotal: Money
  readonly discount: Money
  readonly shipping: Money
  readonly tax: Money
  readonly total: Money
  readonly taxIncluded: boolean
}

export function TotalsTable({ totals, isDeliveryKnown }: { totals: Totals; isDeliveryKnown: boolean }) {
  const { subtotal, discount, shipping, tax, total, taxIncluded } = totals
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-2">
      <Row name="Goods" value={written(subtotal)} />
      {discount.amount > 0 && (
        <Row name="Discount" value={written({ ...discount, amount: -discount.amount })} />
      )}
      <Row name="Delivery" value={isDeliveryKnown ? written(shipping) : 'at the checkout'} />
      {!taxIncluded && <Row name="Tax" value={written(tax)} />}
      <dt className="border-t border-line pt-3 font-semibold">Total</dt>
      <dd className="border-t border-line pt-3 text-right text-xl font-semibold">{written(total)}</dd>
      {taxIncluded && tax.amount > 0 && <Row name="of which tax" value={written(tax)} />}
    </dl>
  )
}

const Row = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd className="text-right">{value}</dd>
  </>
)
