import type { FastifyRequest } from 'fastify'

const READS = new Set(['GET', 'HEAD'])

/**
 * Whether a request that changes something was sent by a page of ours: browsers say so by `Sec-Fetch-Site`, older ones
 * by `Origin`. What only reads cannot be read by another origin's page, and links to us may be followed.
 */
export function isOfOwnPage({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (READS.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin !== undefined && hostOf(headers.origin) === headers.host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
