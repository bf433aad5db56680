import type { listPaymentMethods as contract } from '@souk/contracts/payments'
import type { Query } from '@souk/kit/service'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'

export const listPaymentMethods =
  (providers: Providers): Query<typeof contract, PaymentsStore> =>
  async ({ amount }) => ({ items: providers.all.flatMap((one) => one.methods(amount)) })
