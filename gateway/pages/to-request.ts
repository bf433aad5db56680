import type { FastifyRequest } from 'fastify'

interface How {
  readonly origin: string
  /** Whether what it asks for depends on its address alone: nothing else is told then, so nothing else can change it. */
  readonly isByAddress: boolean
}

/** A request as the web's own interface has it. */
export function toRequest(request: FastifyRequest, { origin, isByAddress }: How): Request {
  const { body } = request
  return new Request(`${origin}${request.url}`, {
    method: request.method,
    headers: isByAddress ? {} : headersOf(request),
    ...(Buffer.isBuffer(body) && { body }),
  })
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  return headers
}
