import { call, page, pageQuery, staffActed, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { CustomerId } from './values.ts'

/** `id` is the event’s that told of it. */
const Action = z.strictObject({ id: z.string(), ...staffActed.data.shape })

export const listAuditLog = call('accounts.list-audit-log', 'GET /admin/v1/audit-log', {
  summary:
    'What staff and operators did and looked at, newest first; nothing of it can be changed or removed.',
  access: 'staff:audit:read',
  query: z.strictObject({
    ...pageQuery,
    /** As an action names it: `staff_…`, or `operator:staff_…`. */
    actor: text(120).optional(),
    resource: text(300).optional(),
    from: timestamp.optional(),
    to: timestamp.optional(),
  }),
  answers: { 200: page(Action) },
})

export const listErasures = call('accounts.list-erasures', 'GET /admin/v1/erasures', {
  summary: 'Customers who are erased, newest first, and which services have not said yet that they forgot.',
  access: 'staff:customers:read',
  query: z.strictObject({ ...pageQuery, isComplete: z.boolean().optional() }),
  answers: {
    200: page(
      z.strictObject({
        customerId: CustomerId,
        requestedAt: timestamp,
        /** About an hour later: everybody is asked twice, as something may have been under way. */
        completedAt: timestamp.nullable(),
        missing: z.array(z.string()),
      }),
    ),
  },
})
