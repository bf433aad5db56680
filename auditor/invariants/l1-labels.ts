import type { Invariant } from '../invariant.ts'
import type { CarrierEntry } from '../sources.ts'
import { labelsIn, type StoredLabel } from '../store/other-tables.ts'

/** One that is being found out about is excused, unless everything has come to rest. */
export const labels: Invariant = {
  id: 'L1',
  title:
    'Every label a carrier sold belongs to one parcel of ours, and every label of ours was sold by its carrier',
  async wholeShop({ snapshots, carriers, patience, isUnderWay }, { looked, offends }) {
    const ours = await labelsIn(snapshots.of('shipping'))
    const [byId, sold] = [new Map(ours.map((one) => [one.id, one])), keyed(carriers.after)]
    for (const entry of carriers.before) {
      looked()
      const label = byId.get(entry.reference)
      const says = wrongAt(sold.get(keyOf(entry)) ?? entry, label)
      const isOpen = label?.isOpen && !patience.isStrict
      if (says && !isOpen)
        offends({ id: entry.trackingNumber, about: label?.orderId ?? entry.reference, says })
    }
    for (const label of ours) {
      looked()
      const { id, carrier, orderId, state, trackingNumber } = label
      if (orderId === null) offends({ id, about: id, says: `Label ${id} belongs to no parcel of ours.` })
      const isSold = sold.has(keyOf({ carrier, reference: id }))
      if (orderId === null || isUnderWay(orderId) || state !== 'bought' || isSold) continue
      offends({
        id,
        about: orderId,
        says: `${carrier} never sold the label ${id}, ${trackingNumber} with us.`,
      })
    }
  },
}

const keyOf = ({ carrier, reference }: Pick<CarrierEntry, 'carrier' | 'reference'>) =>
  `${carrier} ${reference}`
const keyed = (entries: readonly CarrierEntry[]) => new Map(entries.map((entry) => [keyOf(entry), entry]))

/** What is wrong with a label sold, by what we know of it. */
function wrongAt(
  { carrier, reference, trackingNumber, status }: CarrierEntry,
  label: StoredLabel | undefined,
): string | undefined {
  const name = `The label ${trackingNumber} that ${carrier} sold as ${reference}`
  if (label?.carrier !== carrier) return `${name} belongs to no parcel of ours.`
  if (label.state !== status) return `${name} is ${status} there and ${label.state} with us.`
  return label.trackingNumber === trackingNumber ? undefined : `${name} is ${label.trackingNumber} with us.`
}
