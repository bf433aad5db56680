import { bags } from './bags.ts'
import { camping } from './camping.ts'
import { candles } from './candles.ts'
import { chocolate } from './chocolate.ts'
import { cookware } from './cookware.ts'
import { desk } from './desk.ts'
import { knitwear } from './knitwear.ts'
import { lighting } from './lighting.ts'
import { notebooks } from './notebooks.ts'
import { pens } from './pens.ts'
import { pots } from './pots.ts'
import { preserves } from './preserves.ts'
import { scarves } from './scarves.ts'
import { seating } from './seating.ts'
import type { Category } from './shape.ts'
import { shirts } from './shirts.ts'
import { shoes } from './shoes.ts'
import { tableware } from './tableware.ts'
import { tea } from './tea.ts'
import { teaware } from './teaware.ts'
import { textiles } from './textiles.ts'

/** The leaves of the category tree, in the order a visitor meets them. */
export const categories: readonly Category[] = [
  tableware,
  teaware,
  cookware,
  lighting,
  seating,
  textiles,
  candles,
  shirts,
  knitwear,
  scarves,
  shoes,
  pots,
  bags,
  camping,
  notebooks,
  pens,
  desk,
  tea,
  preserves,
  chocolate,
]
