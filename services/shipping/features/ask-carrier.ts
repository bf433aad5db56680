import type { ProcessRoom } from '@souk/kit/service'
import type { Carrier } from '../providers/carrier.ts'

type Asking = Pick<Carrier, 'buy' | 'find' | 'cancel'>

/** A carrier’s calls, seen in the traces and the traffic of a room. */
export function askCarrier(carrier: Carrier, { speak }: Pick<ProcessRoom<unknown>, 'speak'>): Asking {
  const seen =
    <Wish, Said extends { is: string }>(verb: keyof Asking, ask: (wish: Wish) => Promise<Said>) =>
    (wish: Wish): Promise<Said> =>
      speak({ to: 'carrier', verb: `${carrier.id}.${verb}` }, () => ask(wish), courseOf)
  return {
    buy: seen('buy', (wish) => carrier.buy(wish)),
    find: seen('find', (key) => carrier.find(key)),
    cancel: seen('cancel', (carrierId) => carrier.cancel(carrierId)),
  }
}

const courseOf = ({ is }: { is: string }) =>
  is === 'unknown' ? 'fault' : is === 'refused' ? 'refused' : 'ok'
