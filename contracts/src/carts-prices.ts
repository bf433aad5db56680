import { call, page, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Sku } from './values.ts'

/** What one of a variant costs whoever asks. */
const PersonalPrice = z.strictObject({
  sku: Sku,
  price: Money,
  /** What it costs where no price list applies, where that is more. */
  compareAtPrice: Money.optional(),
  /** What each costs of so many and more in one cart, the fewest first. */
  tiers: z.array(z.strictObject({ minQuantity: z.int(), price: Money })),
})

/** Pages of products are the same for everybody and kept as such; this alone is personal. */
export const showPrices = call('carts.show-prices', 'GET /store/v1/prices', {
  summary: 'What up to 50 SKUs, parted by commas, cost whoever asks; what is not for sale is left out.',
  access: 'anyone',
  query: z.strictObject({ skus: text(6_100), currency: Currency.optional() }),
  answers: { 200: page(PersonalPrice) },
})
