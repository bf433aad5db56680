import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { inventory } from './service.ts'

await runService({ settings: {}, compose: () => inventory, shown: shownToOperators })
