import type { Call, Result } from '@souk/kit/contract'
import { data } from 'react-router'

type Found<C extends Call> = Extract<Result<C>, { ok: true }>['body']

/** The answer; or a page that says what is the matter, with the status of the refusal. */
export function found<C extends Call>(result: Result<C>): Found<C> {
  if (result.ok) return result.body as Found<C>
  const { code, detail } = result.refusal
  throw data({ code, detail }, { status: code === 'not_found' ? 404 : code === 'unavailable' ? 503 : 422 })
}
