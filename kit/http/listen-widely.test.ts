import { type AddressInfo, connect, type Socket } from 'node:net'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { LISTENERS, listenWidely } from './listen-widely.ts'

const RUSH = 200
const BUSY_MS = 5

async function open() {
  const app = Fastify({ forceCloseConnections: true })
  app.get('/', () => 'here')
  await listenWidely(app, { host: '127.0.0.1', port: 0, backlog: 1_024 })
  return { app, port: (app.server.address() as AddressInfo).port }
}

it.runIf(process.platform === 'linux')(
  'takes a rush of connections in few turns of a busy process',
  async () => {
    const { app, port } = await open()
    let taken = 0
    app.server.on('connection', () => taken++)
    const sockets: Socket[] = Array.from({ length: RUSH }, () => connect(port, '127.0.0.1'))
    let turns = 0
    const spin = (done: () => void) => {
      const begun = performance.now()
      while (performance.now() - begun < BUSY_MS);
      turns++
      if (taken === RUSH) done()
      else setImmediate(spin, done)
    }
    await new Promise<void>(spin)
    expect(turns).toBeLessThan((2 * RUSH) / LISTENERS)
    for (const socket of sockets) socket.destroy()
    await app.close()
  },
)

it('answers on whichever socket a connection came by, and leaves the port when it closes', async () => {
  const { app, port } = await open()
  const answers = await Promise.all(
    Array.from({ length: 4 * LISTENERS }, async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } })
      return await answer.text()
    }),
  )
  expect(new Set(answers)).toEqual(new Set(['here']))
  await app.close()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})
