import type { removeLine as contract } from '@souk/contracts/carts'
import type { Process } from '@souk/kit/service'
import { removeLine as remove } from '../domain/edit-lines.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { editCart } from './edit-cart.ts'

export const removeLine: Process<typeof contract, CartsStore> = ({ id, lineId }, room) =>
  editCart(id, (cart) => remove(cart, lineId), room)
