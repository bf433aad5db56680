import { setTimeout as pause } from 'node:timers/promises'
import { brokerFrom } from '@souk/kit/fleet'
import { openLink, prepareBroker } from '@souk/kit/nats'
import { minutes } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'
import type { Log } from '@souk/kit/telemetry'
import type { Opening } from '../embedded/open.ts'
import { Fault } from '../embedded/sentence.ts'
import type { Broker } from './broker.ts'
import type { OutsideBroker } from './outside.ts'

interface Entering extends Pick<Opening, 'screen' | 'atClose'> {
  readonly environment: { readonly log: Log }
}

const PREPARED_WITHIN_MS = minutes(1)

/** Makes at somebody else’s broker what services hear events by; looked after until the fleet closes. */
export async function enterBroker(
  { environment, screen, atClose }: Entering,
  services: readonly ServiceDefinition[],
  { url, users }: OutsideBroker,
): Promise<Pick<Broker, 'urlFor'>> {
  const address = brokerFrom(url)
  const link = openLink(address, environment.log)
  atClose(() => link.close())
  const late = new AbortController()
  const prepared = await Promise.race([
    prepareBroker(link, { services }, environment.log),
    pause(PREPARED_WITHIN_MS, undefined, { signal: late.signal }).catch(() => undefined),
  ])
  late.abort()
  if (!prepared)
    throw new Fault(
      `The broker at ${address.servers.join(', ')} is not ready after a minute: it must be there, have JetStream, and let ${address.user} make streams.`,
    )
  atClose(() => prepared.stop())
  if (!users)
    screen.say(
      `  ! Every process enters the broker as ${address.user}: it cannot keep them apart. See docs/guide/running-a-fleet.md.`,
    )
  return { urlFor: (name) => users?.get(name) ?? url }
}
