import { z } from 'zod'
import { Money } from './money.ts'
import { LineId } from './values.ts'

export const CartStatus = z.enum(['active', 'frozen', 'completed'])

/**
 * What the shopper should know. `price_changed` is told once, with the price `from` before and `to` now;
 * `shipping_option_unavailable`: the chosen delivery does not go there any more and was dropped;
 * `unavailable`: the shop does not sell this any more; `discount_changed`: promotions give more or less than they did.
 */
export const CartNotice = z.strictObject({
  code: z.enum([
    'price_changed',
    'low_stock',
    'out_of_stock',
    'unavailable',
    'shipping_price_changed',
    'discount_changed',
    'shipping_option_unavailable',
  ]),
  lineId: LineId.optional(),
  from: Money.optional(),
  to: Money.optional(),
})
export type CartNotice = z.infer<typeof CartNotice>
