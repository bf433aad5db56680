import type { ProductEdit } from '@souk/contracts/catalog'
import { type Misfit, misfit } from './misfit.ts'
import type { Product } from './product.ts'

export type Schedule = Pick<Product, 'status' | 'publishAt' | 'unpublishAt'>

/** What is on sale has nothing to wait for, and what is archived comes back by hand alone. */
export const settled = ({ status, publishAt, unpublishAt }: Schedule): Schedule => ({
  status,
  publishAt: status === 'draft' ? publishAt : null,
  unpublishAt: status === 'archived' ? null : unpublishAt,
})

/** Status and times as staff want them; what is left out stays. */
export function editSchedule(
  before: Schedule,
  edit: Pick<ProductEdit, 'status' | 'publishAt' | 'unpublishAt'>,
): ({ ok: true } & Schedule) | Misfit {
  const after = settled({
    status: edit.status ?? before.status,
    publishAt: timeOf(edit.publishAt, before.publishAt),
    unpublishAt: timeOf(edit.unpublishAt, before.unpublishAt),
  })
  if (edit.publishAt && after.publishAt === null)
    return misfit('invalid_schedule', `only a draft can wait to be published, and this is ${after.status}`)
  if (edit.unpublishAt && after.unpublishAt === null)
    return misfit('invalid_schedule', 'what is archived is off sale already')
  return isBackwards(after)
    ? misfit('invalid_schedule', 'unpublishAt has to be later than publishAt')
    : { ok: true, ...after }
}

/** Whether it would come off sale before it goes on sale. Times are all written alike, so text compares. */
export const isBackwards = ({ publishAt, unpublishAt }: Schedule): boolean =>
  publishAt !== null && unpublishAt !== null && unpublishAt <= publishAt

/** A product after everything that was due by `now`, in order: one that was due for both is off sale again. */
export function applyDue(product: Product, now: string): Product {
  const isToPublish = product.publishAt !== null && product.publishAt <= now
  const published = isToPublish ? { ...product, status: 'published' as const, publishAt: null } : product
  const isToUnpublish = published.unpublishAt !== null && published.unpublishAt <= now
  return isToUnpublish ? { ...published, status: 'draft', unpublishAt: null } : published
}

/** A time as it is kept: what is not given stays. */
export const timeOf = (given: string | null | undefined, current: string | null): string | null =>
  given === undefined ? current : given && new Date(given).toISOString()
