import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { flags } from './service.ts'

await runService({ settings: {}, compose: () => flags, shown: shownToOperators })
