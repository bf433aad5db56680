import type { removeCode as contract } from '@souk/contracts/carts'
import type { Process } from '@souk/kit/service'
import { withoutCode } from '../domain/codes.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { editCart } from './edit-cart.ts'

export const removeCode: Process<typeof contract, CartsStore> = ({ id, code }, room) =>
  editCart(id, (cart) => withoutCode(cart, code), room)
