import type { listCustomers, showCustomer } from '@souk/contracts/accounts'
import type { z } from 'zod'

type Whole = z.infer<(typeof showCustomer.answers)[200]>
/** What the list knows already is shown while the rest is on its way. */
export type Customer = Omit<Whole, 'addresses'> & Partial<Pick<Whole, 'addresses'>>
export type ListedCustomer = z.infer<(typeof listCustomers.answers)[200]>['items'][number]
