import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashAt } from '../faults/crash-case.ts'
import { inWords, reportOf } from '../faults/report.ts'
import { runChaos } from '../faults/run-chaos.ts'
import { type Prepared, prepare } from '../faults/stock.ts'
import { SEED } from '../some-of.ts'
import { removeFolder } from '../start-process.ts'

let folder: string
let prepared: Prepared
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-blows-'))
  prepared = await prepare(folder)
}, 120_000)
afterAll(() => removeFolder(folder))

it('a fleet whose process is killed once the provider has authorized loses and doubles nothing', async () => {
  const at = 'payments/provider.authorize:after-call'
  const outcome = await crashAt({ at, topology: 'fleet', seed: SEED, folder, prepared })
  expect(outcome.complaints).toEqual([])
}, 180_000)

it('a fleet comes out whole of blows against any of its processes, and against all', async () => {
  const plan = {
    ...{ topology: 'fleet' as const, seed: SEED, rate: 3, pauseMs: 1_500 },
    round: ['one service', 'gateway', 'broker', 'everything'] as const,
    until: { blows: 4 },
    isProviderBad: true,
    transportFaults: `seed=${SEED},duplicate=0.2,reorder=20,delayMs=200,lose=0.1,loseAck=0.1`,
  }
  const report = reportOf(await runChaos(plan, { folder, prepared, progress: () => {} }))
  console.info(inWords(report))
  expect(report.violations).toEqual([])
  expect(Object.keys(report.kills)).toHaveLength(4)
  expect(report.purchases.acknowledged).toBeGreaterThan(0)
  expect(report.provider).toBe('misbehaved')
  expect(report.audited).toBeGreaterThan(0)
}, 300_000)
