import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import type { Order, Parcel } from './order.ts'
import { PackButton } from './pack-button.tsx'
import { possibleWith } from './possible.ts'

interface ParcelsProps {
  readonly order: Order
  readonly mayWrite: boolean
}

/** What was packed and how far it got. */
export function Parcels({ order, mayWrite }: ParcelsProps) {
  const { canPack } = possibleWith(order)
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]))
  return (
    <Section title="Parcels" actions={mayWrite && canPack && <PackButton order={order} />}>
      {order.fulfilments.length === 0 && <p className="hint">Nothing is packed yet.</p>}
      {order.fulfilments.map((parcel) => (
        <div key={parcel.id} className="block">
          <p className="actions">
            <Status state={parcel.status} />
            <strong>{parcel.carrier}</strong>
            <Tracking parcel={parcel} />
          </p>
          <ul>
            {parcel.lines.map(({ lineId, quantity }) => (
              <li key={lineId}>
                {quantity} × {titles.get(lineId) ?? 'a line that was taken out'}
              </li>
            ))}
          </ul>
          {mayWrite && <Moves parcel={parcel} />}
        </div>
      ))}
    </Section>
  )
}

function Tracking({ parcel: { trackingNumber, trackingUrl } }: { readonly parcel: Parcel }) {
  if (!trackingNumber) return null
  return trackingUrl ? <a href={trackingUrl}>{trackingNumber}</a> : <code>{trackingNumber}</code>
}

function Moves({ parcel: { id, status } }: { readonly parcel: Parcel }) {
  const path = `/admin/v1/fulfilments/${id}`
  if (status === 'pending')
    return (
      <ConfirmButton
        label="It left the house"
        title="Has the parcel left?"
        explain="The customer gets a mail, and the order cannot be cancelled any more."
        done="The parcel is on its way."
        work={() => ask(`${path}/ship`, { method: 'POST', isOnce: true })}
      />
    )
  if (status === 'shipped')
    return (
      <ConfirmButton
        label="It arrived"
        title="Has the parcel arrived?"
        explain="The time for returns begins. This cannot be undone."
        done="The parcel is delivered."
        work={() => ask(`${path}/deliver`, { method: 'POST', isOnce: true })}
      />
    )
  return null
}
