import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { runService } from '@souk/kit/fleet'
import { oneOf, setting } from '@souk/kit/runtime'
import { accounts } from './service.ts'

const settings = {
  currency: setting('SOUK_CURRENCY', 'The shop’s own currency, as in ISO 4217.', String, 'EUR'),
  rateLimit: setting(
    'SOUK_RATE_LIMIT',
    'Limits attempts to sign in; `off` for benchmarks.',
    oneOf('on', 'off'),
    'on',
  ),
}

await runService({
  settings,
  compose: ({ currency, rateLimit }) => accounts({ currency, limitsAttempts: rateLimit === 'on' }),
  shown: shownToOperators,
})
