import type { FastifyReply } from 'fastify'

interface Nonces {
  /** Stands in a page that is kept, where each sending has a nonce of its own; nobody who writes into a page knows it. */
  readonly mark: string
  readonly nonce: string
}

const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Passes status and headers on, and the body of what is no page; returns a page's bytes, to be sent with a nonce. */
export async function pageSent(rendered: Response, response: FastifyReply): Promise<Buffer | undefined> {
  response.code(rendered.status)
  for (const [name, value] of rendered.headers) if (name !== 'set-cookie') response.header(name, value)
  const cookies = rendered.headers.getSetCookie()
  if (cookies.length > 0) response.header('set-cookie', cookies)
  const body = Buffer.from(await rendered.arrayBuffer())
  if (rendered.headers.get('content-type')?.startsWith('text/html')) return body
  response.header('content-security-policy', policyOf('none')).header('cache-control', 'no-store').send(body)
  return undefined
}

/** Sends a page; where its mark stands, this sending's own nonce does. */
export function sendPage(page: Buffer, response: FastifyReply, { mark, nonce }: Nonces): FastifyReply {
  return (
    response
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policyOf(nonce))
      // Without it a form would be sent from an origin called null.
      .header('referrer-policy', 'same-origin')
      .header('cache-control', 'no-store')
      .send(withNonce(page, { mark, nonce }))
  )
}

function withNonce(page: Buffer, { mark, nonce }: Nonces): Buffer {
  const parts: Buffer[] = []
  let from = 0
  for (let at = page.indexOf(mark); at !== -1; at = page.indexOf(mark, from)) {
    parts.push(page.subarray(from, at), Buffer.from(nonce))
    from = at + mark.length
  }
  parts.push(page.subarray(from))
  return Buffer.concat(parts)
}
