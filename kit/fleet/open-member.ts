import { resolve4 } from 'node:dns/promises'
import { dnsRegistry } from '../discovery/dns-registry.ts'
import type { Registry } from '../discovery/registry.ts'
import { httpDispatch } from '../http/client.ts'
import { keyValueRegistry } from '../nats/key-value-registry.ts'
import { type Link, openLink } from '../nats/link.ts'
import { openEnvironment } from '../process/environment.ts'
import type { Settings } from '../runtime/settings.ts'
import type { Dispatch } from '../service/dispatch.ts'
import type { Environment } from '../service/environment.ts'
import type { memberSettings } from './settings.ts'

/** A process among others: it finds them and asks them. */
export interface Member {
  readonly environment: Environment
  readonly link: Link
  readonly registry: Registry
  readonly dispatch: Dispatch
  /** What is asked no more: last of all to close. */
  close(): Promise<void>
}

interface Joining {
  readonly chosen: Settings<typeof memberSettings>
  /** Names of text fields that operators may read. */
  readonly shown: ReadonlySet<string>
}

/** Joins the fleet. The broker needs not be there yet. */
export async function openMember({ chosen, shown }: Joining): Promise<Member> {
  const { keys } = chosen
  const opened = await openEnvironment({ ...chosen, shown })
  const { clock, random, metrics } = opened.environment
  const log = opened.environment.log.child({ service: keys.name })
  const link = openLink(chosen.broker, log)
  const registry =
    chosen.places.kind === 'nats'
      ? keyValueRegistry(link, log)
      : await dnsRegistry({ ...chosen.places, services: Object.keys(keys.issues), resolve: resolve4, log })
  const calls = httpDispatch({ registry, keys, clock, random, metrics })
  return {
    environment: opened.environment,
    link,
    registry,
    dispatch: calls.dispatch,
    async close() {
      await calls.close()
      await registry.close()
      await link.close()
      await opened.close()
    },
  }
}
