import { type Audit, type AuditSources, audit, type Verdict } from '@souk/auditor'
import type { Clock } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'

export interface AuditedShop extends Pick<AuditSources, 'databases' | 'providerLedger' | 'carrierLedger'> {
  readonly services: readonly Pick<ServiceDefinition, 'name' | 'hears'>[]
  readonly clock: Clock
}

/**
 * Audits these services, once at a time. Whoever asks while the same is under way gets its answer: it reads the whole
 * shop.
 */
export function auditorOf({ services, clock, ...places }: AuditedShop): Audit {
  const hears = new Map(services.map(({ name, hears = [] }) => [name, hears.map(({ event }) => event.type)]))
  const underWay = new Map<string, Promise<Verdict>>()
  let last: Promise<unknown> = Promise.resolve()
  return async (asked) => {
    const kind = JSON.stringify([asked.isStrict, asked.anyOrder ?? false])
    const known = underWay.get(kind)
    if (known) return await known
    const begun = last
      .then(() => audit({ ...places, hears, now: clock.now(), ...asked }))
      .finally(() => underWay.delete(kind))
    last = begun.catch(() => {})
    underWay.set(kind, begun)
    return await begun
  }
}
