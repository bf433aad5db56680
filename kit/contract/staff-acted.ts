import { z } from 'zod'
import { event } from './event.ts'
import { timestamp } from './values.ts'

/**
 * Announced by every service for each staff or operators’ call that is not merely a read, in the transaction of what it
 * does. What spans several transactions is announced as `begun` before the first one and again after the last. Values
 * that were sent are in none of it, only the names of their fields.
 */
export const staffActed = event(
  'staff.acted.v1',
  'Somebody on the staff did something, or looked at what may not be looked at unseen.',
  z.strictObject({
    /** A staff member’s id, `operator:` before it for operators’ calls; `operator` alone is somebody at the machine. */
    actor: z.string(),
    service: z.string(),
    /** The verb’s name. */
    call: z.string(),
    method: z.string(),
    path: z.string(),
    /** What it was done to, where the path names it or the answer does. */
    resource: z.string().nullable(),
    fields: z.array(z.string()),
    outcome: z.enum(['begun', 'done', 'refused']),
    /** Of the answer; null while there is none. */
    status: z.int().nullable(),
    /** Why it was refused. */
    code: z.string().nullable(),
    traceId: z.string(),
    at: timestamp,
  }),
  'actor',
)
