import { accounts } from '@souk/accounts/service'
import { carts } from '@souk/carts/service'
import { catalog } from '@souk/catalog/service'
import { inventory } from '@souk/inventory/service'
import { crashPointsAround } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'
import { type Mailer, notifications, smtpMailer } from '@souk/notifications/service'
import { orders } from '@souk/orders/service'
import { type Provider, payments, sandboxProvider } from '@souk/payments/service'
import { pricing } from '@souk/pricing/service'
import { shipping } from '@souk/shipping/service'
import type { Secrets } from './secrets.ts'

export interface Outside {
  readonly sandboxUrl: string
  readonly smtpPort: number
  readonly publicUrl: string
  readonly secrets: Pick<Secrets, 'orderToken' | 'sandboxKey' | 'webhookSecret'>
  /** Off for benchmarks and tests that sign in more often than people do. */
  readonly limitsAttempts: boolean
  /** Hears what to do once the services have stopped. */
  readonly atClose?: (work: () => void) => void
}

/** For whoever only looks at what services there are: none of them is opened, so strangers need not be there. */
export const NOWHERE: Outside = {
  sandboxUrl: 'http://127.0.0.1:9',
  smtpPort: 9,
  publicUrl: 'http://127.0.0.1:9',
  secrets: {
    orderToken: 'none',
    sandboxKey: 'none',
    webhookSecret: `whsec_${Buffer.from('none').toString('base64')}`,
  },
  limitsAttempts: true,
}

const SHOP_CURRENCY = 'EUR'

/** The whole shop on one page: which services there are, and which strangers they know. */
export const shop = ({
  sandboxUrl,
  smtpPort,
  publicUrl,
  secrets,
  limitsAttempts,
  atClose,
}: Outside): ServiceDefinition[] => [
  catalog({ currency: SHOP_CURRENCY }),
  accounts({ currency: SHOP_CURRENCY, limitsAttempts }),
  carts({ currency: SHOP_CURRENCY }),
  pricing(),
  inventory,
  orders({ tokenSecret: secrets.orderToken }),
  payments({
    providers: [providerAt(sandboxUrl, { apiKey: secrets.sandboxKey, webhookSecret: secrets.webhookSecret })],
  }),
  shipping(),
  notifications({
    mailer: mailerTo(smtpPort, atClose),
    shopName: 'Souk',
    from: 'Souk <shop@example.com>',
    publicUrl,
  }),
]

function mailerTo(port: number, atClose: Outside['atClose']): Mailer {
  const mailer = smtpMailer({ host: '127.0.0.1', port })
  atClose?.(() => mailer.close())
  return crashPointsAround(mailer, { service: 'notifications', as: 'mailer', calls: ['send'] })
}

const providerAt = (url: string, keys: { apiKey: string; webhookSecret: string }): Provider =>
  crashPointsAround(sandboxProvider({ url, ...keys }), {
    service: 'payments',
    as: 'provider',
    calls: ['authorize', 'capture', 'refund', 'void', 'find'],
  })
