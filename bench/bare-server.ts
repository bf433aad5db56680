import { createServer } from 'node:http'

/**
 * The ceiling: node:http sending the same body under its type and length alone, none of the other headers that the
 * shop's answers carry. Reads the body from its parent.
 */
process.once('message', (message: { body: string }) => {
  const bytes = Buffer.from(message.body)
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
    })
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
})
process.once('disconnect', () => process.exit(0))
