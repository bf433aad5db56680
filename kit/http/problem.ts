import type { Call } from '../contract/call.ts'
import { commonRefusals, type Refusal, type RefusalSpec } from '../contract/refusal.ts'

/** RFC 9457 problem details. `code` is stable; `errors` names each offending place. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string | undefined
  code: string
  traceId: string
  errors?: Refusal['errors']
}

export function toProblem(refusal: Refusal, traceId: string, contract?: Call): Problem {
  const spec: RefusalSpec | undefined =
    contract?.refusals?.[refusal.code] ?? commonRefusals[refusal.code as keyof typeof commonRefusals]
  const { status, title } = spec ?? { status: 500, title: 'Something went wrong.' }
  const { code, detail, errors } = refusal
  return {
    type: `urn:souk:problem:${code}`,
    title,
    status,
    ...(detail && { detail }),
    code,
    traceId,
    ...(errors && { errors }),
  }
}

/** Seconds after which trying again makes sense, for refusals that pass by themselves. */
export const retryAfter: Record<string, number> = {
  rate_limited: 1,
  unavailable: 1,
  idempotency_in_progress: 1,
}
