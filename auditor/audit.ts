import { type CarrierBook, readCarrierBook } from './carrier-book.ts'
import { invariants } from './contents.ts'
import type { WholeShop } from './invariant.ts'
import { patienceOf } from './patience.ts'
import { openProviderBook, type ProviderBook } from './provider-book.ts'
import { readStories } from './read-stories.ts'
import type { AuditSources } from './sources.ts'
import { subjectsUnderWay } from './store/events.ts'
import { openSnapshots, type Snapshots } from './store/snapshot.ts'
import { isUnderWay } from './story.ts'
import { readTimelines } from './timeline.ts'
import { noteFindings, type Verdict } from './verdict.ts'

export { carriersOverHttp } from './carrier-book.ts'
export { type Audit, openAuditor } from './open-auditor.ts'
export { ledgerOverHttp } from './provider-book.ts'
export type { AuditSources, CarrierEntry, ProviderEntry, ReadLedgerPage } from './sources.ts'
export type { Verdict } from './verdict.ts'

/**
 * Proves every invariant from the services’ databases and the provider’s own ledger, or names what offends it.
 * Changes nothing. At most a chapter of orders is in memory at a time, and the provider’s ledger.
 */
export async function audit(sources: AuditSources): Promise<Verdict> {
  const book = await openProviderBook(sources.providerLedger)
  const before = await readCarrierBook(sources.carrierLedger)
  const snapshots = await openSnapshots(sources.databases)
  try {
    await book.readOn()
    const carriers = { before, after: await readCarrierBook(sources.carrierLedger) }
    return await judge(sources, { snapshots, book, carriers })
  } finally {
    await snapshots.close()
  }
}

interface Books {
  readonly snapshots: Snapshots
  readonly book: ProviderBook
  readonly carriers: CarrierBook
}

async function judge(sources: AuditSources, books: Books): Promise<Verdict> {
  const { snapshots, book, carriers } = books
  const shop = { ...(await surveyed(sources, snapshots)), carriers }
  const judged = invariants.map((invariant) => ({ invariant, findings: noteFindings() }))
  for await (const story of readStories(snapshots, book)) {
    if (shop.isUnderWay(story.id) || isUnderWay(story, shop.patience)) continue
    for (const { invariant, findings } of judged) invariant.eachOrder?.(story, findings)
  }
  for (const { invariant, findings } of judged) await invariant.wholeShop?.(shop, findings)

  const sums = judged.map(({ invariant: { id, title }, findings }) => ({ id, title, ...findings.sum() }))
  const about = new Set(sums.flatMap(({ offenders }) => offenders.map((offence) => offence.about)))
  const timelines = about.size > 0 ? await readTimelines([...about], books) : new Map()
  return {
    violations: sums.reduce((total, { violations }) => total + violations, 0),
    invariants: sums.map(({ offenders, ...sum }) => ({
      ...sum,
      offenders: offenders.map((offence) => ({ ...offence, timeline: timelines.get(offence.about) ?? [] })),
    })),
  }
}

async function surveyed(
  { hears, ...sources }: AuditSources,
  snapshots: Snapshots,
): Promise<Omit<WholeShop, 'carriers'>> {
  const patience = patienceOf(sources)
  const underWay = new Set<string>()
  if (!patience.isStrict)
    for (const service of snapshots.services)
      for (const { subject } of await subjectsUnderWay(snapshots.of(service), patience)) underWay.add(subject)
  return { snapshots, hears, patience, isUnderWay: (subject) => underWay.has(subject) }
}
