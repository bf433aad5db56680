import { toTimestamp } from '@souk/kit/runtime'
import type { EventRoom } from '@souk/kit/service'
import { advance } from '../domain/cart.ts'
import { forgetPerson } from '../domain/checkout.ts'
import type { CartsStore } from '../store/carts-store.ts'

/** Open carts go; those that became an order keep what was bought and forget who bought it. Returns their ids. */
export async function forgetCustomer(
  { customerId }: { customerId: string },
  { store, clock }: EventRoom<CartsStore>,
) {
  const at = toTimestamp(clock.now())
  await store.forgetGroups(customerId)
  const kept = await store.removeOpenOf(customerId)
  for (const cart of kept) await store.save(advance(forgetPerson(cart), at))
  return kept.map(({ id }) => id)
}
