import { join } from 'node:path'
import { brokerFrom } from '@souk/kit/fleet'
import { ADMINISTRATOR, openLink, prepareBroker } from '@souk/kit/nats'
import type { ServiceDefinition } from '@souk/kit/service'
import type { Log } from '@souk/kit/telemetry'
import type { Opening } from '../embedded/open.ts'
import { type Broker, startBroker } from './broker.ts'

/** Starts the broker and makes there what services hear events by; looked after until the fleet closes. */
export async function openBroker(
  { chosen, environment, atClose }: Pick<Opening, 'chosen' | 'atClose'> & { environment: { log: Log } },
  services: readonly ServiceDefinition[],
  master: string,
): Promise<Broker> {
  const broker = await startBroker({ folder: join(chosen.data, 'broker'), services, master })
  atClose(broker.stop)
  const link = openLink(brokerFrom(broker.urlFor(ADMINISTRATOR)), environment.log)
  atClose(() => link.close())
  const prepared = await prepareBroker(link, { services }, environment.log)
  atClose(() => prepared.stop())
  return broker
}
