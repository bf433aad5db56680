import type { changeLine as contract } from '@souk/contracts/carts'
import type { Process } from '@souk/kit/service'
import { setQuantity } from '../domain/edit-lines.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { editCart } from './edit-cart.ts'

export const changeLine: Process<typeof contract, CartsStore> = ({ id, lineId, quantity }, room) =>
  editCart(id, (cart) => setQuantity(cart, { lineId, quantity }), room)
