import type { Invariant } from './invariant.ts'
import { accounted } from './invariants/a1-accounted.ts'
import { onRecord } from './invariants/a2-on-record.ts'
import { delivered } from './invariants/e1-delivered.ts'
import { appliedOnce } from './invariants/e2-applied-once.ts'
import { inOrder } from './invariants/e3-in-order.ts'
import { forgotten } from './invariants/f1-forgotten.ts'
import { answers } from './invariants/i1-answers.ts'
import { labels } from './invariants/l1-labels.ts'
import { money } from './invariants/m1-money.ts'
import { twoLedgers } from './invariants/m2-two-ledgers.ts'
import { chargedOrders } from './invariants/m3-charged-orders.ts'
import { rightAmount } from './invariants/m4-right-amount.ts'
import { told } from './invariants/n1-told.ts'
import { comesToAnEnd } from './invariants/o1-comes-to-an-end.ts'
import { once } from './invariants/o2-once.ts'
import { durable } from './invariants/o3-durable.ts'
import { promotions } from './invariants/p1-promotions.ts'
import { tastes } from './invariants/r1-tastes.ts'
import { available } from './invariants/s1-available.ts'
import { units } from './invariants/s2-units.ts'
import { sold } from './invariants/s3-sold.ts'
import { underWay } from './invariants/s4-under-way.ts'
import { copies } from './invariants/v1-copies.ts'
import { index } from './invariants/v2-index.ts'
import { noCard } from './invariants/x1-no-card.ts'

/** Everything the auditor proves, in the order in which it is told. */
export const invariants: readonly Invariant[] = [
  ...[money, twoLedgers, chargedOrders, rightAmount],
  ...[available, units, sold, underWay, promotions, labels],
  ...[comesToAnEnd, once, durable],
  ...[delivered, appliedOnce, inOrder],
  ...[told, copies, index, tastes, accounted, onRecord, forgotten, answers, noCard],
]
