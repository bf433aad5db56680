import { setTimeout as pause } from 'node:timers/promises'
import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { guest } from '../testing/index.ts'
import { testKeys } from './fixtures/open-apart.ts'
import { openSlow } from './fixtures/open-slow.ts'
import { signer } from './identity.ts'

const HANDS = 2
const WORK_MS = 100
const CAPACITY_MS = 1_500
const FLOOD_MS = 4_000
const PATIENCE_MS = 2_000

/** A service with so many hands, each busy for so long with a call: what it can do a second is known. */
async function openCounted() {
  const free = Array.from({ length: HANDS }, () => Promise.resolve())
  let next = 0
  return await openSlow({ calls: { atOnce: 8, waiting: 8, patienceMs: 200 } }, async () => {
    const hand = next++ % HANDS
    const done = (free[hand] as Promise<void>).then(() => pause(WORK_MS))
    free[hand] = done
    await done
    return { ok: true, status: 200, body: { shelf: 'a', count: 1 } }
  })
}

const sign = signer(testKeys('toy')('gateway'))
/** Asks as strangers to each other do, who know of no breaker and try once. */
function asker(address: string) {
  const agent = new Agent({ headersTimeout: PATIENCE_MS })
  const deed = { method: 'GET', path: '/toy/a' } as const
  return {
    async isAnswered(): Promise<boolean> {
      const identity = sign({ ...deed, audience: 'toy', caller: guest }, Date.now())
      const headers = { 'souk-identity': identity, 'souk-timeout': String(PATIENCE_MS) }
      const options = { origin: address, ...deed, headers }
      const { statusCode, body } = await agent.request(options)
      await body.dump()
      return statusCode === 200
    },
    close: () => agent.close(),
  }
}
type Asker = ReturnType<typeof asker>

/** Answers a second to as many as never wait: what the service can do on this machine, just now. */
async function capacityOf({ isAnswered }: Asker): Promise<number> {
  const begun = performance.now()
  let answers = 0
  const one = async () => {
    while (performance.now() - begun < CAPACITY_MS) if (await isAnswered()) answers++
  }
  await Promise.all(Array.from({ length: HANDS }, one))
  return (answers * 1_000) / (performance.now() - begun)
}

/** Answers a second when asked at a pace, however the answers come. */
async function goodputAt(perSecond: number, { isAnswered }: Asker): Promise<number> {
  const asked: Promise<boolean>[] = []
  const begun = performance.now()
  while (performance.now() - begun < FLOOD_MS) {
    const due = ((performance.now() - begun) / 1_000) * perSecond
    while (asked.length < due) asked.push(isAnswered().catch(() => false))
    await pause(2)
  }
  const answers = await Promise.all(asked)
  return (answers.filter(Boolean).length * 1_000) / (performance.now() - begun)
}

it('answers as much under twenty times what it can do as it can do', async () => {
  const counted = await openCounted()
  const asking = asker(counted.address)
  const capacity = await capacityOf(asking)
  const goodput = await goodputAt(20 * capacity, asking)
  await asking.close()
  await counted.close()
  expect(goodput / capacity).toBeGreaterThan(0.6)
})
