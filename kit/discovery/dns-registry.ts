import { seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'
import type { Instance, Registry } from './registry.ts'

export interface DnsRegistryParts {
  /** The logical names there are; each is a headless service of the cluster. */
  readonly services: readonly string[]
  /** The name DNS knows a service by, e.g. `inventory.souk.svc.cluster.local`. */
  readonly hostOf: (service: string) => string
  /** On which every service listens. */
  readonly port: number
  /** The addresses of a host; rejects when it has none or nobody could be asked. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly log: Log
  /** Asked again this often; what left is gone after that and the time the name server keeps an answer. */
  readonly everyMs?: number
}

/** What a name server answers when it works and knows no address. */
const NOBODY = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Who is there by DNS, as in Kubernetes, where the cluster does the telling: a process is there when it is ready, so
 * `register` does nothing. Resolves every name before it is returned. A name server that does not answer changes
 * nothing; one that knows nobody does.
 */
export async function dnsRegistry(parts: DnsRegistryParts): Promise<Registry> {
  const { services, log, everyMs = seconds(2) } = parts
  const known = new Map<string, readonly Instance[]>()
  const lookUp = async (service: string) => {
    try {
      const addresses = await parts.resolve(parts.hostOf(service))
      known.set(
        service,
        [...addresses].sort().map((ip) => instanceAt(ip, service, parts.port)),
      )
    } catch (err) {
      if (NOBODY.has((err as { code?: string }).code ?? '')) known.set(service, [])
      else log.warn({ err, service }, 'a name could not be resolved: what was known stays')
    }
  }
  const lookUpAll = () => Promise.all(services.map(lookUp))
  await lookUpAll()
  let looking = Promise.resolve<unknown>(undefined)
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    looking = lookUpAll().finally(() => {
      isLooking = false
    })
  }, everyMs).unref()
  return {
    register: async () => async () => {},
    instancesOf: (service) => known.get(service) ?? [],
    all: () => [...known.values()].flat(),
    async close() {
      clearInterval(timer)
      await looking
    },
  }
}

/** DNS knows no process: an address is all there is to tell instances apart. */
const instanceAt = (ip: string, service: string, port: number): Instance => {
  const authority = `${ip.includes(':') ? `[${ip}]` : ip}:${port}`
  return { id: authority, service, address: `http://${authority}`, version: '' }
}
