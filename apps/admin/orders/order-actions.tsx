import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Field } from '../parts/field.tsx'
import { CaptureButton } from './capture-button.tsx'
import type { Order } from './order.ts'
import { possibleWith } from './possible.ts'
import { RefundButton } from './refund-button.tsx'

/** What can be done with an order as it is now. */
export function OrderActions({ order }: { readonly order: Order }) {
  const { canCapture, canRefund, canCancel, canHold, canRelease } = possibleWith(order)
  return (
    <>
      {canCapture && <CaptureButton order={order} />}
      {canRefund && <RefundButton order={order} />}
      {canHold && (
        <ReasonButton
          order={order}
          verb="hold"
          label="Hold"
          title="Put the order on hold?"
          explain="Nothing of it leaves the house until somebody lets it go on."
          done="The order is on hold."
          isRequired
        />
      )}
      {canRelease && (
        <ReasonButton
          order={order}
          verb="release-hold"
          label="Let it go on"
          title="Let the order go on?"
          explain="It goes on where it was."
          done="The order goes on."
        />
      )}
      {canCancel && (
        <ReasonButton
          order={order}
          verb="cancel"
          label="Cancel the order"
          title={`Cancel order ${order.number}?`}
          explain="The money goes back and the goods are free again. This cannot be undone."
          done="The order is cancelled."
          isDanger
        />
      )}
    </>
  )
}

interface ReasonButtonProps {
  readonly order: Order
  readonly verb: 'hold' | 'release-hold' | 'cancel'
  readonly label: string
  readonly title: string
  readonly explain: string
  readonly done: string
  readonly isDanger?: boolean
  readonly isRequired?: boolean
}

function ReasonButton({ order, verb, isRequired = false, ...button }: ReasonButtonProps) {
  const [reason, setReason] = useState('')
  const body = reason.trim() === '' ? {} : { reason: reason.trim() }
  return (
    <ConfirmButton
      {...button}
      isIncomplete={isRequired && reason.trim() === ''}
      work={() => ask(`/admin/v1/orders/${order.id}/${verb}`, { method: 'POST', body, isOnce: true })}
      onDone={() => setReason('')}
    >
      <Field
        label="Reason"
        hint={isRequired ? 'It is noted with the order.' : 'If you like: it is noted with the order.'}
      >
        {(input) => (
          <input
            {...input}
            maxLength={200}
            required={isRequired}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmButton>
  )
}
