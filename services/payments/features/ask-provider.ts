import type { ProcessRoom } from '@souk/kit/service'
import type { Answer, Finding, Provider } from '../providers/provider.ts'

type Asking = Pick<Provider, 'authorize' | 'capture' | 'refund' | 'void' | 'find'>

/** A provider’s calls, seen in the traces and the traffic of a room. */
export function askProvider(provider: Provider, { speak }: Pick<ProcessRoom<unknown>, 'speak'>): Asking {
  const seen =
    <Wish, Said extends Answer | Finding>(verb: keyof Asking, ask: (wish: Wish) => Promise<Said>) =>
    (wish: Wish): Promise<Said> =>
      speak({ to: 'provider', verb: `${provider.id}.${verb}` }, () => ask(wish), courseOf)
  return {
    authorize: seen('authorize', (attempt) => provider.authorize(attempt)),
    capture: seen('capture', (movement) => provider.capture(movement)),
    refund: seen('refund', (movement) => provider.refund(movement)),
    void: seen('void', (wish) => provider.void(wish)),
    find: seen('find', (key) => provider.find(key)),
  }
}

/** That nobody knows what was done is a value here, and a fault to whoever watches. */
const courseOf = ({ is }: Answer | Finding) =>
  is === 'unknown' ? 'fault' : is === 'refused' ? 'refused' : 'ok'
