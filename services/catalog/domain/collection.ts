import type { Collection, Members, StaffCollection } from '@souk/contracts/catalog'
import type { Order } from './cursor.ts'

/** A collection as shoppers see it; what decides who is in it is the shop’s own affair. */
export const toShopCollection = ({ id, slug, title, description, image }: StaffCollection): Collection => ({
  id,
  slug,
  title,
  description,
  image,
})

/** Members with each product named once, where it was named first. */
export const distinctMembers = (members: Members): Members =>
  members.kind === 'manual' ? { ...members, productIds: [...new Set(members.productIds)] } : members

/** The order of a collection where nobody asks for another. */
export const ownOrder = (members: Members): Order => (members.kind === 'manual' ? 'position' : members.sort)
