import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clientOf, receiver } from './payments/testing.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

async function scratchFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'simulators-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

async function start(folder: string) {
  const child = fork(main, { env: { ...process.env, SIMULATORS_DATA: folder }, silent: true })
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = once(child.stdout ?? child, 'data')
  const [ready] = await once(child, 'message')
  return { child, ready, printed: JSON.parse(String((await printed)[0])) }
}

async function ended(child: ChildProcess) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode ?? child.signalCode
}

test('tells its parent and stdout where it listens', async () => {
  const { ready, printed } = await start(await scratchFolder())
  expect(ready).toEqual({
    ready: true,
    sandbox: { port: expect.any(Number) },
    carriers: { port: expect.any(Number) },
    mailbox: { smtpPort: expect.any(Number), httpPort: expect.any(Number) },
  })
  expect(printed).toEqual(ready)
  for (const port of [ready.sandbox.port, ready.carriers.port, ready.mailbox.httpPort])
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200)
})

test('learns later where the shop is', async () => {
  const { heard, url } = await receiver()
  const { child, ready } = await start(await scratchFolder())
  const { pay } = clientOf(`http://127.0.0.1:${ready.sandbox.port}`)
  await pay('tok_visa')
  child.send({ webhookUrl: url, publicUrl: 'http://localhost:8080/sandbox' })
  await vi.waitFor(() => expect(heard).toMatchObject([{ type: 'payment.captured' }]), { timeout: 3000 })
  const { body } = await pay('tok_3ds')
  expect(body.redirectUrl).toBe(`http://localhost:8080/sandbox/pay/${body.id}`)
})

test('ends when its parent lets go of it', async () => {
  const { child } = await start(await scratchFolder())
  child.disconnect()
  expect(await ended(child)).toBe(0)
})

test('ends on SIGTERM with the answers it owes given', async () => {
  const { child, ready } = await start(await scratchFolder())
  const { pay, rows } = clientOf(`http://127.0.0.1:${ready.sandbox.port}`)
  const paying = pay('tok_slow')
  await expect.poll(rows).toEqual(['authorization pending 1999'])
  child.kill('SIGTERM')
  expect((await paying).body).toMatchObject({ status: 'captured' })
  expect(await ended(child)).toBe(0)
}, 10_000)

test('a killed process loses nothing that it answered', async () => {
  const folder = await scratchFolder()
  const first = await start(folder)
  const before = clientOf(`http://127.0.0.1:${first.ready.sandbox.port}`)
  for (let n = 0; n < 20; n++) await before.pay('tok_visa', { key: `key-${n}` })
  const ledger = await before.ledger()
  first.child.kill('SIGKILL')
  await ended(first.child)
  const second = await start(folder)
  const after = clientOf(`http://127.0.0.1:${second.ready.sandbox.port}`)
  expect(ledger).toHaveLength(40)
  expect(await after.ledger()).toEqual(ledger)
})
