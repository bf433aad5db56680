import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { setting } from '@souk/kit/runtime'
import { orders } from './service.ts'

const settings = {
  tokenSecret: setting('SOUK_ORDER_TOKEN', 'What the keys to guests’ orders are made with. Secret.', String),
}

await runService({
  settings,
  compose: ({ tokenSecret }) => orders({ tokenSecret }),
  shown: shownToOperators,
})
