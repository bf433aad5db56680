import type { Money } from '@souk/contracts/money'
import type { Provider } from './provider.ts'

export type Providers = ReturnType<typeof providersIn>

/** The providers of a shop. An order stays with the one it was paid at, whatever is offered later. */
export function providersIn(providers: readonly Provider[]) {
  return {
    all: providers,
    find: (id: string) => providers.find((one) => one.id === id),
    /** The provider a payment was asked of; that it is configured no more is a fault. */
    of({ provider }: { provider: string }): Provider {
      const found = providers.find((one) => one.id === provider)
      if (!found) throw new Error(`the payment provider ${provider} is not configured`)
      return found
    },
    offering: (methodId: string, amount: Money) =>
      providers.find((one) => one.methods(amount).some(({ id }) => id === methodId)),
  }
}
