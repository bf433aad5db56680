import { minutes } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AuditSources, audit, type ProviderEntry, type Verdict } from './audit.ts'
import { readCarrierBook } from './carrier-book.ts'
import { invariants } from './contents.ts'
import { type Bazaar, openBazaar } from './fixtures/bazaar.ts'
import { openCopies } from './fixtures/copies.ts'
import { type Plant, plants } from './fixtures/plants.ts'
import { peopleIn } from './fixtures/purchases.ts'
import { printVerdict } from './print-verdict.ts'

let bazaar: Bazaar
let copies: Awaited<ReturnType<typeof openCopies>>
let sources: AuditSources

/** One day of everything people do; then the doors are closed, and copies of the books are tampered with. */
beforeAll(async () => {
  bazaar = await openBazaar(7)
  const { offers, ...deeds } = peopleIn(bazaar)
  await offers('TAMPERED', 60, 1_990)
  for (const deed of Object.values(deeds)) await deed('TAMPERED')
  await bazaar.rest()
  await bazaar.close()
  sources = bazaar.sources(minutes(60))
  const sold = await readCarrierBook(sources.carrierLedger)
  copies = await openCopies(sources.databases, { ledger: await wholeLedger(sources), sold })
}, 180_000)
afterAll(async () => {
  await copies.close()
  await bazaar.stop()
})

const verdictOn = (plant: Plant['plant'], isStrict = false): Promise<Verdict> =>
  copies.withPlanted(plant, (planted) => audit({ ...sources, ...planted, isStrict }))

describe('a shop tampered with', () => {
  it.concurrent.each(plants)('$caughtBy finds $title', async ({ caughtBy, plant }) => {
    const verdict = await verdictOn(plant)
    const found = verdict.invariants.find(({ id }) => id === caughtBy)
    expect(found?.violations, printVerdict(verdict)).toBeGreaterThan(0)
    expect(found?.offenders[0]?.says).toMatch(/^.+ .+\.$/)
  })

  it('was clean before', async () => {
    for (const isStrict of [false, true]) {
      const verdict = await verdictOn(() => {}, isStrict)
      expect(verdict.violations, printVerdict(verdict)).toBe(0)
    }
  })

  it('may have got its events in another order where its transport was told to reorder', async () => {
    const plant = plants.find(({ title }) => title === 'two events that came in the wrong order')?.plant
    const verdict = await copies.withPlanted(plant as Plant['plant'], (planted) =>
      audit({ ...sources, ...planted, anyOrder: true }),
    )
    expect(verdict.invariants.find(({ id }) => id === 'E3')?.violations).toBe(0)
  })

  it('is corrupted once at least for every invariant', () => {
    const caught = new Set(plants.map(({ caughtBy }) => caughtBy))
    expect(invariants.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([])
  })
})

async function wholeLedger({ providerLedger }: AuditSources): Promise<ProviderEntry[]> {
  const ledger: ProviderEntry[] = []
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof providerLedger>> = await providerLedger(cursor)
    ledger.push(...page.items)
    if (page.nextCursor === null) return ledger
    cursor = page.nextCursor
  }
}
