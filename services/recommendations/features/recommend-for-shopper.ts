import { listCartSkus } from '@souk/contracts/carts'
import type { recommendForShopper as contract } from '@souk/contracts/recommendations'
import { refuse } from '@souk/kit/contract'
import type { Query, QueryRoom } from '@souk/kit/service'
import type { DemandMemory } from '../store/demand-memory.ts'
import type { RecommendationsStore } from '../store/recommendations-store.ts'
import { recommend } from './recommend.ts'

type Room = QueryRoom<RecommendationsStore>

/** So much of what a customer bought tells their taste. */
const MOST_BOUGHT = 20

export const recommendForShopper =
  (shopCurrency: string, memory: DemandMemory): Query<typeof contract, RecommendationsStore> =>
  async ({ for: what, currency = shopCurrency, limit }, room) => {
    const seeds = what ? await inCart(what.slice('cart:'.length), room) : await boughtBefore(room)
    if (!seeds) return refuse('not_found')
    return await recommend({ seeds, isBought: what === undefined, currency, limit }, memory, room)
  }

/** Whose cart it is, carts decides; nothing where it is not this caller's. */
async function inCart(cartId: string, { ask, caller, store }: Room): Promise<string[] | undefined> {
  const customer = caller.kind === 'customer' ? { customerId: caller.id } : {}
  const cart = await ask(listCartSkus, { id: cartId, ...customer })
  if (cart.ok) return await store.productIdsOf(cart.body.skus)
  if (cart.refusal.code === 'not_found') return undefined
  throw new Error(`carts does not tell what is in a cart: ${cart.refusal.code}`)
}

const boughtBefore = async ({ caller, store }: Room): Promise<string[]> =>
  caller.kind === 'customer' ? await store.boughtBy(caller.id, MOST_BOUGHT) : []
