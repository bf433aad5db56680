import { type Refusal, refuse } from '@souk/kit/contract'
import type { OpsRoom } from './room.ts'

/** The one consumer named, or all; a name nobody bears is refused rather than found to have nothing. */
export function consumers(
  named: string | undefined,
  { names }: OpsRoom,
): readonly string[] | Refusal<'invalid_request'> {
  if (named === undefined) return names
  if (names.includes(named)) return [named]
  const message = `must be one of ${names.join(', ')}`
  return refuse('invalid_request', {
    detail: `consumer ${message}.`,
    errors: [{ path: 'consumer', code: 'not_allowed', message }],
  })
}
