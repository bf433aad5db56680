import type { Form } from './brush.ts'
import { bags } from './forms/bags.ts'
import { camping } from './forms/camping.ts'
import { candles } from './forms/candles.ts'
import { chocolate } from './forms/chocolate.ts'
import { cookware } from './forms/cookware.ts'
import { desk } from './forms/desk.ts'
import { knitwear } from './forms/knitwear.ts'
import { lighting } from './forms/lighting.ts'
import { notebooks } from './forms/notebooks.ts'
import { pens } from './forms/pens.ts'
import { pots } from './forms/pots.ts'
import { preserves } from './forms/preserves.ts'
import { scarves } from './forms/scarves.ts'
import { seating } from './forms/seating.ts'
import { shirts } from './forms/shirts.ts'
import { shoes } from './forms/shoes.ts'
import { tableware } from './forms/tableware.ts'
import { tea } from './forms/tea.ts'
import { teaware } from './forms/teaware.ts'
import { textiles } from './forms/textiles.ts'

/** Every kind of thing that can be drawn, by the name the catalog uses for it. */
export const forms: Readonly<Record<string, Form>> = {
  ...tableware,
  ...teaware,
  ...cookware,
  ...lighting,
  ...seating,
  ...textiles,
  ...candles,
  ...shirts,
  ...knitwear,
  ...scarves,
  ...shoes,
  ...tea,
  ...preserves,
  ...pots,
  ...pens,
  ...notebooks,
  ...desk,
  ...chocolate,
  ...camping,
  ...bags,
}
