import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Field } from '../parts/field.tsx'
import type { Order } from './order.ts'
import { unitsToSend } from './possible.ts'
import { UnitsField } from './units-field.tsx'

const allOf = (order: Order) =>
  Object.fromEntries(unitsToSend(order).map(({ line, left }) => [line.id, left]))

/** Packs a parcel of what is not packed yet: all of it, unless fewer are chosen. */
export function PackButton({ order }: { readonly order: Order }) {
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const units = { ...allOf(order), ...chosen }
  const [carrier, setCarrier] = useState(order.shippingOption.carrier)
  const [trackingNumber, setTrackingNumber] = useState('')
  const lines = Object.entries(units).flatMap(([lineId, quantity]) =>
    quantity > 0 ? [{ lineId, quantity }] : [],
  )
  const tracked = trackingNumber.trim() === '' ? {} : { trackingNumber: trackingNumber.trim() }
  const body = { lines, carrier, ...tracked }
  return (
    <ConfirmButton
      label="Pack a parcel"
      title="What goes into the parcel?"
      explain="It waits here until you say that it left the house."
      done="The parcel is packed."
      isIncomplete={lines.length === 0 || carrier.trim() === ''}
      work={() => ask(`/admin/v1/orders/${order.id}/fulfilments`, { method: 'POST', body, isOnce: true })}
      onDone={() => {
        setChosen({})
        setTrackingNumber('')
      }}
    >
      <div className="fields">
        <UnitsField legend="Units" rows={unitsToSend(order)} units={units} onChange={setChosen} />
        <div className="pair">
          <Field label="Carrier">
            {(input) => (
              <input
                {...input}
                required
                value={carrier}
                onChange={(event) => setCarrier(event.target.value)}
              />
            )}
          </Field>
          <Field label="Tracking number" hint="If there is one.">
            {(input) => (
              <input
                {...input}
                value={trackingNumber}
                onChange={(event) => setTrackingNumber(event.target.value)}
              />
            )}
          </Field>
        </div>
      </div>
    </ConfirmButton>
  )
}
