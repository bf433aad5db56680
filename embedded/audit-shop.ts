import { type AuditSources, audit, type Verdict } from '@souk/auditor'
import type { Clock } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'

export interface AuditedShop extends Pick<AuditSources, 'databases' | 'providerLedger'> {
  readonly services: readonly ServiceDefinition[]
  readonly clock: Clock
}

type Asked = Pick<AuditSources, 'isStrict'>

/** Audits these services. Whoever asks while an audit is under way gets its answer: it reads the whole shop. */
export function auditorOf({ services, clock, ...places }: AuditedShop): (asked: Asked) => Promise<Verdict> {
  const hears = new Map(services.map(({ name, hears = [] }) => [name, hears.map(({ event }) => event.type)]))
  const underWay = new Map<boolean, Promise<Verdict>>()
  return async ({ isStrict }) => {
    const begun = underWay.get(isStrict) ?? audit({ ...places, hears, now: clock.now(), isStrict })
    underWay.set(isStrict, begun)
    return await begun.finally(() => underWay.delete(isStrict))
  }
}
