import http from 'node:http'
import https from 'node:https'

const patience = 5000

/**
 * POSTs JSON over a few kept-alive connections and resolves with the status; rejects when there is none within 5 s.
 * node:http rather than fetch: nothing more to load into a small process.
 */
export function poster(connections: number) {
  const options = { keepAlive: true, maxSockets: connections }
  const plain = new http.Agent(options)
  const secure = new https.Agent(options)

  function post(url: string, { headers, body }: { headers: Record<string, string>; body: string }) {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    const request = url.startsWith('https:')
      ? https.request(url, { method: 'POST', agent: secure, timeout: patience })
      : http.request(url, { method: 'POST', agent: plain, timeout: patience })
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value)
    request.setHeader('content-type', 'application/json')
    request.setHeader('content-length', Buffer.byteLength(body))
    request.on('timeout', () => request.destroy(new Error('the receiver did not answer in time')))
    request.on('error', reject)
    request.on('response', (response) => {
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
      response.resume()
    })
    request.end(body)
    return promise
  }

  function close() {
    plain.destroy()
    secure.destroy()
  }
  return { post, close }
}
