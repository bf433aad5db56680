import { accounts } from '@souk/accounts/service'
import { carts } from '@souk/carts/service'
import type { ImagePlace } from '@souk/catalog/image-place'
import { catalog } from '@souk/catalog/service'
import { flags } from '@souk/flags/service'
import { inventory } from '@souk/inventory/service'
import { crashPointsAround } from '@souk/kit/runtime'
import type { ServiceDefinition } from '@souk/kit/service'
import { type Mailer, notifications, smtpMailer } from '@souk/notifications/service'
import { orders } from '@souk/orders/service'
import { type Provider, payments, sandboxProvider } from '@souk/payments/service'
import { pricing } from '@souk/pricing/service'
import { recommendations } from '@souk/recommendations/service'
import { search } from '@souk/search/service'
import { type Carrier, postlineCarrier, shipping, swiftCarrier } from '@souk/shipping/service'
import type { Secrets } from './secrets.ts'

export interface Outside {
  readonly images: ImagePlace
  readonly sandboxUrl: string
  readonly carriersUrl: string
  readonly smtpPort: number
  readonly publicUrl: string
  readonly secrets: Pick<
    Secrets,
    'orderToken' | 'sandboxKey' | 'webhookSecret' | 'carriersKey' | 'carriersWebhookSecret'
  >
  /** Off for benchmarks and tests that sign in more often than people do. */
  readonly limitsAttempts: boolean
  /** Hears what to do once the services have stopped. */
  readonly atClose?: (work: () => void) => void
}

/** For whoever only looks at what services there are: none of them is opened, so strangers need not be there. */
export const NOWHERE: Outside = {
  images: { kind: 'folder', folder: '/nowhere' },
  sandboxUrl: 'http://127.0.0.1:9',
  carriersUrl: 'http://127.0.0.1:9',
  smtpPort: 9,
  publicUrl: 'http://127.0.0.1:9',
  secrets: {
    orderToken: 'none',
    sandboxKey: 'none',
    webhookSecret: `whsec_${Buffer.from('none').toString('base64')}`,
    carriersKey: 'none',
    carriersWebhookSecret: 'none',
  },
  limitsAttempts: true,
}

const SHOP_CURRENCY = 'EUR'

/** The whole shop on one page: which services there are, and which strangers they know. */
export const shop = ({
  images,
  sandboxUrl,
  carriersUrl,
  smtpPort,
  publicUrl,
  secrets,
  limitsAttempts,
  atClose,
}: Outside): ServiceDefinition[] => [
  catalog({ currency: SHOP_CURRENCY, images }),
  search({ currency: SHOP_CURRENCY }),
  accounts({ currency: SHOP_CURRENCY, limitsAttempts }),
  carts({ currency: SHOP_CURRENCY }),
  pricing(),
  inventory,
  orders({ tokenSecret: secrets.orderToken }),
  payments({
    providers: [providerAt(sandboxUrl, { apiKey: secrets.sandboxKey, webhookSecret: secrets.webhookSecret })],
  }),
  shipping({ carriers: carriersAt(carriersUrl, secrets) }),
  recommendations({ currency: SHOP_CURRENCY }),
  flags,
  notifications({
    mailer: mailerTo(smtpPort, atClose),
    shopName: 'Souk',
    from: 'Souk <shop@example.com>',
    publicUrl,
    staffEmail: 'admin@example.com',
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

const carriersAt = (url: string, keys: Pick<Secrets, 'carriersKey' | 'carriersWebhookSecret'>): Carrier[] => {
  const { carriersKey: apiKey, carriersWebhookSecret: webhookSecret } = keys
  return [
    swiftCarrier({ url: `${url}/swift`, apiKey, webhookSecret }),
    postlineCarrier({ url: `${url}/postline`, apiKey }),
  ].map((carrier) =>
    crashPointsAround(carrier, { service: 'shipping', as: 'carrier', calls: ['buy', 'find', 'cancel'] }),
  )
}
