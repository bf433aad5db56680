import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much of an OpenTelemetry collector as it takes to see what arrives. */
export interface Collector {
  readonly endpoint: string
  /** The bodies of its requests. */
  readonly received: string[]
  close(): void
}

/** `status` is what it answers; it takes everything unless told otherwise. */
export async function startCollector(status = 200): Promise<Collector> {
  const received: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push(Buffer.concat(chunks).toString('utf8'))
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/v1/traces`,
    received,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
