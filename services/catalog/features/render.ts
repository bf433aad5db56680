import { hash } from 'node:crypto'
import { rendered } from '@souk/kit/contract'
import type { Page } from '../store/page-cache.ts'

/** JSON as it is sent, under a strong tag of its bytes. */
export function render(body: unknown, about: readonly string[] = []): Page {
  const bytes = Buffer.from(JSON.stringify(body))
  return { rendered: rendered(bytes, `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`), about }
}
