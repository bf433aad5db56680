import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { shipping } from './service.ts'

await runService({ settings: {}, compose: () => shipping(), shown: shownToOperators })
