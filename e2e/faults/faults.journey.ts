import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orders } from '@souk/orders/service'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEED, someOf } from '../some-of.ts'
import { removeFolder } from '../start-process.ts'
import { crashAt, enumerate } from './crash-case.ts'
import { knownPoints } from './known-points.ts'
import { ROUND } from './nemesis.ts'
import { inWords, reportOf } from './report.ts'
import { runChaos } from './run-chaos.ts'
import { type Prepared, prepare } from './stock.ts'

/** Points at which shops of other kinds have lost money or goods: one of them is tried with every run. */
const COSTLY = [
  'payments/provider.authorize:after-call',
  'orders/checkout/confirm-order:after-commit',
  'orders/create-fulfilment:done',
]

let folder: string
let prepared: Prepared
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-faults-'))
  prepared = await prepare(folder)
}, 120_000)
afterAll(() => removeFolder(folder))

describe('the crash points', () => {
  it('are all known: what whole lives of orders pass is what the list names', {
    timeout: 120_000,
  }, async () => {
    expect(await enumerate({ topology: 'embedded', seed: SEED, folder, prepared })).toEqual(knownPoints())
  })

  it('cover every step of every saga, there and back', () => {
    const known = new Set(knownPoints())
    const wanted = (orders({ tokenSecret: 'any' }).sagas ?? []).flatMap(({ name, steps }) =>
      steps.flatMap((step) => {
        const phases = step.remote ? ['before-asking', 'after-answer'] : ['before-commit', 'after-commit']
        const works = step.undo ? [step.name, `undo-${step.name}`] : [step.name]
        return works.flatMap((work) => phases.map((phase) => `orders/${name}/${work}:${phase}`))
      }),
    )
    // Undone only when half an hour is over, or when an order changes while goods are promised to its edit.
    const rare = /undo-(authorize|promise-more)/
    expect(wanted.filter((point) => !known.has(point) && !rare.test(point))).toEqual([])
    expect(wanted.length).toBeGreaterThan(15)
  })
})

describe('a shop killed at', () => {
  const chosen = [...someOf(COSTLY, 1), ...someOf(knownPoints(), 1)]
  it.each(chosen)('%s loses and doubles nothing', { timeout: 180_000 }, async (at) => {
    expect((await crashAt({ at, topology: 'embedded', seed: SEED, folder, prepared })).complaints).toEqual([])
  })
})

describe('a shop under load', () => {
  it('comes out whole of blows against itself and its database', { timeout: 240_000 }, async () => {
    const plan = {
      topology: 'embedded' as const,
      seed: SEED,
      rate: 5,
      pauseMs: 1_500,
      round: ROUND,
      until: { ms: 12_000 },
      isProviderBad: true,
      transportFaults: `seed=${SEED},duplicate=0.2,reorder=20,delayMs=200,lose=0.1,loseAck=0.1`,
    }
    const report = reportOf(await runChaos(plan, { folder, prepared, progress: () => {} }))
    console.info(inWords(report))
    expect(report.violations).toEqual([])
    expect(Object.keys(report.kills)).not.toEqual([])
    expect(report.purchases.acknowledged).toBeGreaterThan(0)
    expect(report.provider).toBe('misbehaved')
    expect(report.audited).toBeGreaterThan(0)
  })
})
