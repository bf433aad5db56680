import type { Invariant } from '../invariant.ts'

export const told: Invariant = {
  id: 'N1',
  title: 'Each confirmed order has one confirmation by mail, and no other order has any',
  eachOrder({ id, order, confirmations }, { looked, offends }) {
    if (!order?.wasConfirmed && !confirmations?.count) return
    looked()
    const says = (what: string) => offends({ id, about: id, says: `Order ${id} ${what}.` })
    const { count = 0, queued = 0, isForgotten = false } = confirmations ?? {}
    if (!order?.wasConfirmed) says(`was never confirmed, and ${count} mails confirm it`)
    else if (count > 1) says(`is confirmed by ${count} mails`)
    else if (count === 0 && !isForgotten) says('is confirmed, and no mail says so')
    else if (queued > 0) says('is confirmed, and the mail that says so was not sent')
  },
}
