import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { pricing } from './service.ts'

await runService({ settings: {}, compose: () => pricing(), shown: shownToOperators })
