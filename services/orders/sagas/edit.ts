import { changeReservation, undoReservationChange } from '@souk/contracts/inventory'
import { minutes } from '@souk/kit/runtime'
import { localStep, next, type SagaDefinition, step } from '@souk/kit/saga'
import type { Edit } from '../domain/book-edit.ts'
import { applyEdit, dropEdit } from '../features/apply-edit.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { outOfStock } from './out-of-stock.ts'

export interface EditMemory {
  orderId: string
  edit: Edit
  actor: string
}

/**
 * Goods first: an edit stands once everything it adds is promised. What it takes away is given back afterwards, by the
 * settlement it begins. Until it stands it can be undone.
 */
export const edit: SagaDefinition<OrdersStore, EditMemory> = {
  name: 'edit',
  within: minutes(5),
  steps: [
    localStep('begin-edit', { do: async () => next<EditMemory>(), undo: dropEdit }),

    step('promise-more', {
      async do({ orderId, edit: { id, plan } }, { ask }) {
        if (plan.more.length === 0) return next()
        const promised = await ask(changeReservation, { orderId, changeId: id, more: [...plan.more] })
        return promised.ok ? next() : outOfStock(promised.refusal)
      },
      async undo({ orderId, edit: { id, plan } }, { ask }) {
        if (plan.more.length > 0) await ask(undoReservationChange, { orderId, changeId: id })
      },
    }),

    localStep('apply-edit', { do: applyEdit }),
  ],
}
