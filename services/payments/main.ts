import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { crashPointsAround, setting } from '@souk/kit/runtime'
import { payments, sandboxProvider } from './service.ts'

const settings = {
  url: setting('SOUK_SANDBOX_URL', 'Where the sandbox provider is.', String),
  apiKey: setting('SOUK_SANDBOX_KEY', 'As whom we ask the sandbox provider. Secret.', String),
  webhookSecret: setting('SOUK_SANDBOX_WEBHOOK_SECRET', 'What it signs its webhooks with. Secret.', String),
}

await runService({
  settings,
  compose: ({ url, apiKey, webhookSecret }) =>
    payments({
      providers: [
        crashPointsAround(sandboxProvider({ url, apiKey, webhookSecret }), {
          service: 'payments',
          as: 'provider',
          calls: ['authorize', 'capture', 'refund', 'void', 'find'],
        }),
      ],
    }),
  shown: shownToOperators,
})
