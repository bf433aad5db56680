import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { crashPointsAround, setting } from '@souk/kit/runtime'
import { postlineCarrier, shipping, swiftCarrier } from './service.ts'

const settings = {
  url: setting('SOUK_CARRIERS_URL', 'Where the carriers are.', String),
  apiKey: setting('SOUK_CARRIERS_KEY', 'As whom we ask the carriers. Secret.', String),
  webhookSecret: setting(
    'SOUK_CARRIERS_WEBHOOK_SECRET',
    'What they sign their webhooks with. Secret.',
    String,
  ),
}

await runService({
  settings,
  compose: ({ url, apiKey, webhookSecret }) =>
    shipping({
      carriers: [
        swiftCarrier({ url: `${url}/swift`, apiKey, webhookSecret }),
        postlineCarrier({ url: `${url}/postline`, apiKey }),
      ].map((carrier) =>
        crashPointsAround(carrier, { service: 'shipping', as: 'carrier', calls: ['buy', 'find', 'cancel'] }),
      ),
    }),
  shown: shownToOperators,
})
