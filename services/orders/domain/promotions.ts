import type { Quote } from '@souk/contracts/pricing'

/** What of a quote is to be redeemed. */
export const countedOf = ({ promotions = [] }: Quote) =>
  promotions
    .filter(({ isCounted }) => isCounted)
    .map(({ promotionId, code, amount }) => ({ promotionId, ...(code !== undefined && { code }), amount }))
