import { checkoutSabotages } from './checkout.ts'
import { connectionSabotages } from './connections.ts'
import { messageSabotages } from './messages.ts'
import { moneySabotages } from './money.ts'
import { promotionSabotages } from './promotions.ts'
import type { Sabotage } from './sabotage.ts'
import { stockSabotages } from './stock.ts'

export const sabotages: readonly Sabotage[] = [
  ...stockSabotages,
  ...checkoutSabotages,
  ...moneySabotages,
  ...promotionSabotages,
  ...messageSabotages,
  ...connectionSabotages,
]
