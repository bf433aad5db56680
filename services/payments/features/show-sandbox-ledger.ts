import type { showSandboxLedger as contract } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'

export const showSandboxLedger =
  (providers: Providers): Query<typeof contract, PaymentsStore> =>
  async (page) => {
    const sandbox = providers.find('sandbox')
    if (!sandbox?.ledger) return refuse('not_found', { detail: 'The sandbox provider is not in use here.' })
    const { items, nextCursor } = await sandbox.ledger(page)
    return { items: [...items], nextCursor }
  }
