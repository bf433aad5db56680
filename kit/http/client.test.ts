import { createServer } from 'node:http'
import { createServer as createTcpServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, expect, it } from 'vitest'
import { Unavailable } from '../service/index.ts'
import { createMetrics } from '../telemetry/index.ts'
import { show } from '../testing/toy/toy.ts'
import type { HttpDispatchParts } from './client.ts'
import { testContext, testDispatch } from './fixtures/open-apart.ts'
import { openSlow } from './fixtures/open-slow.ts'
import { parrotCalls } from './fixtures/parrot.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function well(...given: Parameters<typeof openSlow>) {
  const one = await openSlow(...given)
  ends.push(() => one.close())
  return one
}
/** Takes connections, and does with what comes on them what it is told. */
async function stranger(talk: (socket: Socket) => void) {
  const open = new Set<Socket>()
  let asked = 0
  const server = createTcpServer((socket) => {
    open.add(socket.on('error', () => {}))
    socket.on('data', () => {
      asked++
      talk(socket)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  ends.push(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as { port: number }).port}`, asked: () => asked }
}
const cutting = () => stranger((socket) => socket.destroy())
const silent = () => stranger(() => {})

async function nobody() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return { address: `http://127.0.0.1:${port}` }
}

function asking(instances: { address: string }[], more: Partial<HttpDispatchParts> = {}) {
  const metrics = createMetrics()
  const made = testDispatch('toy', () => instances.map(({ address }) => address), { metrics, ...more })
  ends.push(made.close)
  return { ...made, told: () => metrics.registry.metrics() }
}
const body = { shelf: 'a' }
const rejection = (promise: unknown) => Promise.resolve(promise).then(String, (fault: unknown) => fault)

it('asks another instance when one cannot be reached, whatever it asks', async () => {
  const one = await well()
  one.answer()
  const { dispatch } = asking([await nobody(), one])
  for (let turn = 0; turn < 20; turn++)
    expect(await dispatch(one.unrepeatable, body, testContext())).toMatchObject({ ok: true })
  expect(one.asked).toBe(20)
})

it('asks again when a connection breaks only what may be asked twice', async () => {
  const [one, cut] = [await well(), await cutting()]
  one.answer()
  const { dispatch } = asking([cut, one])
  for (let turn = 0; turn < 10; turn++)
    expect(await dispatch(show, body, testContext())).toMatchObject({ ok: true })
  const alone = await cutting()
  const { dispatch: toAlone } = asking([alone])
  expect(await rejection(toAlone(one.unrepeatable, body, testContext()))).toBeInstanceOf(Unavailable)
  expect(alone.asked()).toBe(1)
})

it('gives up three times at most, and leaves alone who fails again and again', async () => {
  const cut = await cutting()
  const { dispatch, told } = asking([cut])
  expect(await rejection(dispatch(show, body, testContext()))).toBeInstanceOf(Unavailable)
  expect(cut.asked()).toBe(3)
  for (let turn = 0; turn < 10; turn++) await rejection(dispatch(show, body, testContext()))
  expect(cut.asked()).toBe(5)
  expect(await told()).toContain('souk_breakers{callee="toy",state="open"} 1')
  expect(await told()).toMatch(/souk_asked_total\{callee="toy",outcome="broken"\} \d+/)
})

it('comes back to who was left alone with one call, and stays when it is answered', async () => {
  let isWell = false
  const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 23\r\n\r\n{"shelf":"a","count":1}'
  const one = await stranger((socket) => void (isWell ? socket.write(answer) : socket.destroy()))
  let now = Date.now()
  const { dispatch } = asking([one], { clock: { now: () => now } })
  const ask = () => dispatch(show, body, testContext({ deadline: now + 5_000 }))
  for (let turn = 0; turn < 3; turn++) await rejection(ask())
  expect(one.asked()).toBe(5)
  now += 600
  const together = await Promise.all([ask(), ask(), ask()].map(rejection))
  expect(together.every((fault) => fault instanceof Unavailable)).toBe(true)
  expect(one.asked()).toBe(6)
  now += 1_100
  isWell = true
  expect(await ask()).toMatchObject({ ok: true, body: { count: 1 } })
  for (let turn = 0; turn < 3; turn++) expect(await ask()).toMatchObject({ ok: true })
  expect(one.asked()).toBe(10)
})

it('waits no longer than it has time, and says so', async () => {
  const { dispatch, told } = asking([await silent()])
  const begun = performance.now()
  const fault = await rejection(dispatch(show, body, testContext({ deadline: Date.now() + 300 })))
  expect(fault).toMatchObject({ name: 'Unavailable', message: 'toy: it did not answer in time' })
  expect(performance.now() - begun).toBeLessThan(400)
  expect(await told()).toContain('souk_asked_total{callee="toy",outcome="no-answer"} 1')
})

it('takes an answer that is none of ours for a fault, never for the client’s', async () => {
  const page = '<h1>502</h1>'
  const odd = await stranger((socket) =>
    socket.end(`HTTP/1.1 502 Bad Gateway\r\ncontent-length: ${page.length}\r\n\r\n${page}`),
  )
  const fault = await rejection(asking([odd]).dispatch(show, body, testContext()))
  expect(fault).toMatchObject({ name: 'Error', message: expect.stringContaining('502') })
})

it('does not come again before it was told to', async () => {
  const full = await well({ calls: { atOnce: 1, waiting: 0, patienceMs: 1 } })
  const { dispatch, told } = asking([full])
  const first = dispatch(show, body, testContext())
  await expect.poll(() => full.asked).toBe(1)
  const begun = performance.now()
  expect(await rejection(dispatch(show, body, testContext({ deadline: Date.now() + 1_500 })))).toBeInstanceOf(
    Unavailable,
  )
  expect(performance.now() - begun).toBeLessThan(500)
  const late = dispatch(show, body, testContext())
  await expect.poll(told).toContain('souk_asked_total{callee="toy",outcome="busy"} 2')
  full.answer()
  expect(await late).toMatchObject({ ok: true })
  expect(performance.now() - begun).toBeGreaterThan(900)
  expect(await first).toMatchObject({ ok: true })
})

it('spares who asked for a rest while there is another', async () => {
  const full = await well({ calls: { atOnce: 0, waiting: 0, patienceMs: 1 } })
  const other = await well()
  other.answer()
  const { dispatch, told } = asking([full, other])
  for (let turn = 0; turn < 20; turn++)
    expect(await dispatch(other.unrepeatable, body, testContext())).toMatchObject({ ok: true })
  expect(await told()).toMatch(/outcome="busy"\} 1$/m)
})

it('asks a service in trouble little more often than it was wanted', async () => {
  const never = { calls: { atOnce: 0, waiting: 0, patienceMs: 1 } }
  const { dispatch, told } = asking([await well(never), await well(never)])
  for (let turn = 0; turn < 100; turn++)
    await rejection(dispatch(show, body, testContext({ deadline: Date.now() + 1_000 })))
  const attempts = Number(/outcome="busy"\} (\d+)$/m.exec(await told())?.[1])
  expect(attempts).toBeGreaterThan(105)
  expect(attempts).toBeLessThan(150)
})

it('sends an upload once: it cannot be read again', async () => {
  const { hear } = parrotCalls
  const gone = [await nobody(), await nobody()].map(({ address }) => address)
  const metrics = createMetrics()
  const { dispatch, close } = testDispatch('parrot', () => gone, { metrics })
  const upload = { contentType: 'text/csv', stream: Readable.from(['a,b']) }
  expect(await rejection(dispatch(hear, {}, testContext({ upload })))).toBeInstanceOf(Unavailable)
  expect(await metrics.registry.metrics()).toContain('outcome="unreachable"} 1')
  await close()
})

it('turns away at once what one slow service leaves no place for', async () => {
  const slow = await well()
  const limits = { atOnce: 4, waiting: 4, patienceMs: 100 }
  const { dispatch, told } = asking([slow], { limits })
  const asked = Array.from({ length: 20 }, () => rejection(dispatch(show, body, testContext())))
  await expect.poll(() => told()).toContain('souk_asked_total{callee="toy",outcome="full"} 16')
  expect(slow.asked).toBe(4)
  slow.answer()
  const refused = (await Promise.all(asked)).filter((one) => one instanceof Unavailable)
  expect(refused).toHaveLength(16)
})

it('keeps a stream open, and gives its place to others', async () => {
  const one = await well({ calls: { atOnce: 1, waiting: 0, patienceMs: 1 } })
  one.answer()
  const { dispatch } = asking([one], { limits: { atOnce: 1, waiting: 0, patienceMs: 1 } })
  const begun = performance.now()
  const watching = await dispatch(one.watch, body, testContext({ deadline: Date.now() + 200 }))
  if (!watching.ok || 'rendered' in watching) throw new Error('nothing to watch')
  const stream = watching.body as Readable
  const events = stream[Symbol.asyncIterator]()
  expect(String((await events.next()).value)).toBe('data: here\n\n')
  for (let turn = 0; turn < 5; turn++)
    expect(await dispatch(show, body, testContext())).toMatchObject({ ok: true })
  await expect.poll(() => performance.now() - begun).toBeGreaterThan(300)
  expect(stream.readable).toBe(true)
  stream.destroy()
})
