import type { Refusal } from '@souk/kit/contract'
import { Unavailable } from '@souk/kit/service'

/** The body of what another service answered. What it refuses here it could only refuse by our mistake, or when down. */
export function answered<Body>(result: { ok: true; body: Body } | { ok: false; refusal: Refusal }): Body {
  if (result.ok) return result.body
  const { code, detail } = result.refusal
  if (code === 'unavailable') throw new Unavailable(detail ?? code)
  throw new Error(`asked in vain: ${code} ${detail ?? ''}`)
}
