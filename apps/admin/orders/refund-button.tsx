import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { majorText, minorAmount, written } from '../data/money.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Field } from '../parts/field.tsx'
import type { Order } from './order.ts'
import { amountToRefund } from './possible.ts'
import { UnitsField } from './units-field.tsx'

type Way = 'lines' | 'amount'

/** Gives money back: for some of the goods, or an amount. */
export function RefundButton({ order }: { readonly order: Order }) {
  const { currency } = order
  const most = amountToRefund(order)
  const [way, setWay] = useState<Way>('lines')
  const [units, setUnits] = useState<Readonly<Record<string, number>>>({})
  const [withShipping, setWithShipping] = useState(false)
  const [typed, setTyped] = useState(majorText(most, currency))
  const [reason, setReason] = useState('')
  const amount = minorAmount(typed, currency)
  const lines = Object.entries(units).flatMap(([lineId, quantity]) =>
    quantity > 0 ? [{ lineId, quantity }] : [],
  )
  const what =
    way === 'amount'
      ? { amount: { amount, currency } }
      : { ...(lines.length > 0 && { lines }), ...(withShipping && { shipping: true }) }
  const isEmpty = way === 'amount' ? !amount : lines.length === 0 && !withShipping
  return (
    <ConfirmButton
      label="Refund"
      title="Give money back?"
      explain={`Up to ${written({ amount: most, currency })} can go back. A refund cannot be taken back. Goods do not come back by it: that is a return.`}
      done="The money is on its way back."
      isDanger
      isIncomplete={isEmpty || reason.trim() === ''}
      work={() =>
        ask(`/admin/v1/orders/${order.id}/refunds`, {
          method: 'POST',
          body: { ...what, reason: reason.trim() },
          isOnce: true,
        })
      }
      onDone={() => {
        setUnits({})
        setReason('')
      }}
    >
      <div className="fields">
        <WayField way={way} onChange={setWay} />
        {way === 'amount' && (
          <Field
            label={`Amount in ${currency}`}
            error={amount ? undefined : `This is no amount in ${currency}.`}
          >
            {(input) => (
              <input
                {...input}
                inputMode="decimal"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        )}
        {way === 'lines' && (
          <>
            <UnitsField
              legend="Units to refund"
              rows={order.lines.map((line) => ({ line, left: line.quantity }))}
              units={units}
              onChange={setUnits}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={withShipping}
                onChange={(event) => setWithShipping(event.target.checked)}
              />
              Delivery too ({written(order.totals.shipping)})
            </label>
          </>
        )}
        <Field label="Reason" hint="It is noted with the order.">
          {(input) => (
            <input
              {...input}
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </ConfirmButton>
  )
}

function WayField({ way, onChange }: { readonly way: Way; readonly onChange: (way: Way) => void }) {
  const ways: readonly (readonly [Way, string])[] = [
    ['lines', 'What was paid for some goods'],
    ['amount', 'An amount'],
  ]
  return (
    <fieldset>
      <legend>Give back</legend>
      {ways.map(([one, title]) => (
        <label key={one} className="check">
          <input type="radio" name="way" checked={way === one} onChange={() => onChange(one)} />
          {title}
        </label>
      ))}
    </fieldset>
  )
}
