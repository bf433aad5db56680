import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { majorText, minorAmount, written } from '../data/money.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Field } from '../parts/field.tsx'
import type { Order } from './order.ts'
import { amountToCapture } from './possible.ts'

/** Takes money that was authorized, all of it or a part. */
export function CaptureButton({ order }: { readonly order: Order }) {
  const { currency } = order
  const most = amountToCapture(order)
  const [typed, setTyped] = useState(majorText(most, currency))
  const amount = minorAmount(typed, currency)
  const fault = amount === undefined || amount === 0 ? `This is no amount in ${currency}.` : undefined
  return (
    <ConfirmButton
      label="Take the money"
      title="Take what was authorized?"
      explain={`Up to ${written({ amount: most, currency })} is authorized and not taken yet.`}
      done="The money is taken."
      isIncomplete={fault !== undefined}
      work={() =>
        ask(`/admin/v1/orders/${order.id}/capture`, {
          method: 'POST',
          body: { amount: { amount, currency } },
          isOnce: true,
        })
      }
    >
      <Field label={`Amount in ${currency}`} error={fault}>
        {(input) => (
          <input
            {...input}
            inputMode="decimal"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </ConfirmButton>
  )
}
