import type { Topology } from '../start-process.ts'
import type { Check } from './findings.ts'
import { mayBeRefused } from './history.ts'
import { complaintsOf, isClean } from './judge.ts'
import { median } from './median.ts'
import type { ChaosResult } from './run-chaos.ts'

/** The figures of one run, as they are written to a file. */
export interface Report {
  readonly topology: Topology
  readonly seed: number
  readonly seconds: number
  readonly purchases: { readonly begun: number; readonly acknowledged: number; readonly refused: number }
  /** Of those that could come to an order or to a refusal that was due, the share that did. */
  readonly successRate: number
  readonly lostAcknowledged: number
  readonly duplicateCharges: number
  readonly stuck: number
  readonly kills: Readonly<Record<string, number>>
  readonly servingAgainMs: { readonly p50: number; readonly max: number }
  readonly errors: Readonly<Record<string, number>>
  readonly provider: 'misbehaved' | 'behaved'
  /** How many things the auditor looked at. */
  readonly audited: number
  readonly quietAfterMs: number
  readonly violations: readonly string[]
  readonly isClean: boolean
}

export function reportOf({ plan, purchases, blows, misses, verdict, ...run }: ChaosResult): Report {
  const having = (outcome: string) => purchases.filter((one) => one.outcome === outcome)
  const count = (check: Check) => verdict.findings.filter((one) => one.check === check).length
  const [acknowledged, refused] = [having('acknowledged'), having('refused')]
  const served = blows.map(({ servingAfterMs }) => Math.round(servingAfterMs))
  const sagas = Object.values(verdict.stuck?.sagas ?? {}).reduce((a, b) => a + b, 0)
  const ended = acknowledged.length + refused.filter(mayBeRefused).length
  return {
    topology: plan.topology,
    seed: plan.seed,
    seconds: Math.round(run.elapsedMs / 1_000),
    purchases: { begun: purchases.length, acknowledged: acknowledged.length, refused: refused.length },
    successRate: purchases.length === 0 ? 0 : ended / purchases.length,
    lostAcknowledged: count('acknowledged order lost'),
    duplicateCharges: count('duplicate charge'),
    stuck: Math.max(count('order stuck'), sagas),
    kills: Object.fromEntries(
      [...Map.groupBy(blows, ({ victim }) => victim)].map(([victim, some]) => [victim, some.length]),
    ),
    servingAgainMs: { p50: median(served), max: Math.max(0, ...served) },
    errors: Object.fromEntries(misses),
    provider: run.hasBadProvider ? 'misbehaved' : 'behaved',
    audited: verdict.audit.invariants.reduce((sum, { checked }) => sum + checked, 0),
    quietAfterMs: Math.round(verdict.quietAfterMs),
    violations: complaintsOf(verdict),
    isClean: isClean(verdict),
  }
}

/** The same for people. */
export function inWords(report: Report): string {
  const { purchases, servingAgainMs } = report
  const list = (counted: Readonly<Record<string, number>>) =>
    Object.entries(counted)
      .map(([name, count]) => `${name} × ${count}`)
      .join(', ') || 'none'
  return [
    `${report.topology}, seed ${report.seed}, ${report.seconds} s`,
    `  purchases            ${purchases.begun} begun, ${purchases.acknowledged} acknowledged, ${purchases.refused} refused`,
    `  success with retries ${(100 * report.successRate).toFixed(2)} %`,
    `  killed               ${list(report.kills)}`,
    `  serving again        p50 ${servingAgainMs.p50} ms, max ${servingAgainMs.max} ms`,
    `  tries without answer ${list(report.errors)}`,
    `  payment provider     ${report.provider}`,
    `  quiet again after    ${report.quietAfterMs} ms`,
    `  lost acknowledged ${report.lostAcknowledged}, duplicate charges ${report.duplicateCharges}, stuck ${report.stuck}`,
    `  auditor              looked at ${report.audited} things`,
    ...report.violations.map((one) => `  ✗ ${one}`),
    report.isClean
      ? '  ✓ nothing lost, nothing doubled, nothing stuck'
      : '  ✗ not clean: the figures are void',
  ].join('\n')
}
