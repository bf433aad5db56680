import { call } from '@souk/kit/contract'
import { z } from 'zod'

const Offender = z.strictObject({
  id: z.string(),
  /** The order, SKU or cart whose timeline explains it. */
  about: z.string(),
  /** A sentence that says what is wrong, with numbers. */
  says: z.string(),
  timeline: z.array(z.strictObject({ at: z.string(), source: z.string(), what: z.string() })),
})

export const Verdict = z.strictObject({
  violations: z.int(),
  invariants: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      /** How many things were really looked at. */
      checked: z.int(),
      violations: z.int(),
      /** The first of them. */
      offenders: z.array(Offender),
    }),
  ),
})
export type Verdict = z.infer<typeof Verdict>

export const auditQuery = z.strictObject({
  strict: z.enum(['true', 'false']).optional(),
  anyOrder: z.enum(['true', 'false']).optional(),
})

export const auditShop = call('auditor.audit-shop', 'GET /internal/audit', {
  summary: 'Reads every book and proves that they agree, or names what does not. It may take minutes.',
  access: 'internal',
  query: auditQuery,
  answers: { 200: Verdict },
})
