import type { Promotion } from '@souk/contracts/promotions'

/** A promotion that is given at any time and combines with none. */
export const promotion = (
  title: string,
  action: Promotion['action'],
  more: Partial<Promotion> = {},
): Promotion => ({
  id: `promo_${title}`,
  version: 1,
  title,
  isActive: true,
  priority: 0,
  startsAt: null,
  endsAt: null,
  conditions: [],
  action,
  combinesWith: { item: false, order: false, shipping: false },
  isLast: false,
  requiresCode: false,
  limits: { uses: null, usesPerCustomer: null, budget: null },
  ...more,
})
