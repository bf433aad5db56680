import { type AuditSources, audit, type Verdict } from '@souk/auditor'
import type { Clock } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'

export interface AuditedShop extends Pick<AuditSources, 'databases' | 'providerLedger'> {
  readonly services: readonly ServiceDefinition[]
  readonly clock: Clock
}

type Asked = Pick<AuditSources, 'isStrict' | 'anyOrder'>

/** Audits these services. Whoever asks while an audit is under way gets its answer: it reads the whole shop. */
export function auditorOf({ services, clock, ...places }: AuditedShop): (asked: Asked) => Promise<Verdict> {
  const hears = new Map(services.map(({ name, hears = [] }) => [name, hears.map(({ event }) => event.type)]))
  const underWay = new Map<string, Promise<Verdict>>()
  return async (asked) => {
    const kind = JSON.stringify(asked)
    const begun = underWay.get(kind) ?? audit({ ...places, hears, now: clock.now(), ...asked })
    underWay.set(kind, begun)
    return await begun.finally(() => underWay.delete(kind))
  }
}
