import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Section } from '../parts/section.tsx'
import { Status, wordOf } from '../parts/status.tsx'
import type { Order, Return } from './order.ts'
import { stepsOf } from './possible.ts'
import { ReceiveButton } from './receive-button.tsx'

interface ReturnsProps {
  readonly order: Order
  readonly mayWrite: boolean
}

/** Goods that come back. */
export function Returns({ order, mayWrite }: ReturnsProps) {
  if (order.returns.length === 0) return null
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]))
  return (
    <Section title="Returns">
      {order.returns.map((one) => (
        <div key={one.id} className="block">
          <p className="actions">
            <Status state={one.status} />
            {one.outcome && <span>{wordOf(one.outcome)}</span>}
          </p>
          <ul>
            {one.lines.map(({ lineId, quantity, reason, disposition }) => (
              <li key={`${lineId} ${disposition ?? ''} ${quantity}`}>
                {quantity} × {titles.get(lineId)}: {reason}
                {disposition && <> → {wordOf(disposition)}</>}
              </li>
            ))}
          </ul>
          {mayWrite && <Steps order={order} one={one} />}
        </div>
      ))}
    </Section>
  )
}

function Steps({ order, one }: { readonly order: Order; readonly one: Return }) {
  const path = `/admin/v1/returns/${one.id}`
  const { canDecide, toReceive, toInspect, canClose } = stepsOf(one)
  return (
    <div className="actions">
      {canDecide && (
        <>
          <ConfirmButton
            label="Approve"
            title="Take the goods back?"
            explain="The customer is told that they may send them."
            done="The return is approved."
            work={() => ask(`${path}/approve`, { method: 'POST', isOnce: true })}
          />
          <ConfirmButton
            label="Decline"
            title="Not take the goods back?"
            explain="The customer is told. This cannot be undone."
            done="The return is declined."
            isDanger
            work={() => ask(`${path}/decline`, { method: 'POST', body: {}, isOnce: true })}
          />
        </>
      )}
      {toReceive.length > 0 && (
        <ReceiveButton order={order} path={`${path}/receive`} label="The goods arrived" lines={toReceive} />
      )}
      {toInspect.length > 0 && (
        <ReceiveButton
          order={order}
          path={`${path}/inspect`}
          label="Say what becomes of them"
          lines={toInspect}
        />
      )}
      {canClose && (
        <ConfirmButton
          label="Close the return"
          title="Is nothing more to come?"
          explain="The return is done with. Money goes back by a refund, which is a step of its own."
          done="The return is closed."
          work={() => ask(`${path}/close`, { method: 'POST', isOnce: true })}
        />
      )}
    </div>
  )
}
