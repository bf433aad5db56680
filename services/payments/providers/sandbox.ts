import type { Money } from '@souk/contracts/money'
import type { PaymentMethod } from '@souk/contracts/payments'
import { seconds, verifyWebhook } from '@souk/kit/runtime'
import type { Kind } from '../domain/payment.ts'
import type { Answer, Finding, Provider } from './provider.ts'
import { type Answered, sandboxClient } from './sandbox-client.ts'
import { isPaymentView, ledgerPage, type PaymentView, toReport } from './sandbox-shapes.ts'

export interface SandboxSettings {
  /** Where the sandbox listens, e.g. `http://127.0.0.1:4242`. */
  readonly url: string
  readonly apiKey: string
  readonly webhookSecret: string
  /** How long to wait for any answer, in milliseconds. */
  readonly patience?: number
}

const METHODS: readonly { method: PaymentMethod; name: string }[] = (
  [
    ['card', 'card', 'Card'],
    ['card_challenge', 'card', 'Card with a challenge by the bank'],
    ['wallet', 'wallet', 'Wallet'],
    ['bank_transfer', 'bank_transfer', 'Bank transfer'],
  ] as const
).map(([name, kind, title]) => ({
  name,
  method: { id: `sandbox_${name}`, provider: 'sandbox', kind, title },
}))

/** The sandbox provider: pretends, and keeps a book of its own. */
export function sandboxProvider(settings: SandboxSettings): Provider {
  const { ask } = sandboxClient({ patience: seconds(4), ...settings })
  const move = async (kind: Kind, wish: { path: string; key: string; body: object }) =>
    toAnswer(await ask('POST', wish.path, wish), { kind, key: wish.key })
  return {
    id: 'sandbox',
    methods: ({ amount }: Money) => (amount > 0 ? METHODS.map(({ method }) => method) : []),
    authorize: ({ key, methodId, amount, ...rest }) =>
      move('authorization', {
        key,
        path: '/v1/payments',
        body: {
          ...amount,
          ...rest,
          method: METHODS.find(({ method }) => method.id === methodId)?.name,
          capture: true,
        },
      }),
    capture: ({ key, providerId, amount }) =>
      move('capture', { key, path: `/v1/payments/${providerId}/capture`, body: { amount } }),
    refund: ({ key, providerId, amount, reference }) =>
      move('refund', { key, path: `/v1/payments/${providerId}/refunds`, body: { amount, reference } }),
    void: ({ key, providerId }) => move('void', { key, path: `/v1/payments/${providerId}/void`, body: {} }),
    find: async (key) =>
      toFinding(await ask('GET', `/v1/payments?${new URLSearchParams({ idempotencyKey: key })}`)),
    readEvent(raw) {
      const verified = verifyWebhook(raw, settings.webhookSecret)
      return 'why' in verified ? { is: 'forged', ...verified } : readBody(verified.id, raw.body)
    },
    async ledger({ limit, cursor }) {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) })
      const answered = await ask('GET', `/v1/ledger?${query}`)
      if (answered.status !== 200) throw new Error(`the sandbox does not show its ledger: ${whyOf(answered)}`)
      return ledgerPage(answered.body)
    },
  }
}

function toAnswer(answered: Answered, cause: { kind: Kind; key: string }): Answer {
  const { status, body } = answered
  if (status === 200 && isPaymentView(body))
    return { is: 'known', report: { ...toReport(body, causeOf(body, cause)), source: 'told' } }
  const code = codeOf(body)
  // A key used with another payload: an attempt of ours is there, though not this one. Looking it up will tell.
  const isDecided = [402, 404, 409, 422].includes(status) && code !== 'idempotency_key_reused'
  return isDecided
    ? { is: 'refused', code: code ?? `status_${status}` }
    : { is: 'unknown', why: whyOf(answered) }
}

function toFinding(answered: Answered): Finding {
  const { items } = Object(answered.body)
  if (answered.status !== 200 || !Array.isArray(items)) return { is: 'unknown', why: whyOf(answered) }
  const [payment] = items
  if (payment === undefined) return { is: 'absent' }
  return isPaymentView(payment)
    ? { is: 'known', report: { ...toReport(payment, null), source: 'found' } }
    : { is: 'unknown', why: 'the sandbox showed a payment in a form unknown here' }
}

const EVENTS: Readonly<Record<string, Kind>> = {
  'payment.authorized': 'authorization',
  'payment.captured': 'capture',
  'payment.failed': 'authorization',
  'payment.voided': 'void',
  'payment.refunded': 'refund',
}

function readBody(id: string, body: Buffer): ReturnType<Provider['readEvent']> {
  const { type, data } = Object(parse(body))
  const kind = typeof type === 'string' ? EVENTS[type] : undefined
  if (!kind || !isPaymentView(data)) return { is: 'genuine', id, type: String(type), report: null }
  const { idempotencyKey: key } = data
  const report = toReport(data, key ? causeOf(data, { kind, key }) : null)
  return { is: 'genuine', id, type, report: { ...report, source: 'told' } }
}

/** Where the money was taken together with the authorization, the transaction named is the capture. */
function causeOf({ transactionId, capturedAmount }: PaymentView, { kind, key }: { kind: Kind; key: string }) {
  if (!transactionId) return null
  return {
    kind: kind === 'authorization' && capturedAmount > 0 ? ('capture' as const) : kind,
    key,
    transactionId,
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const codeOf = (body: unknown): string | undefined => {
  const { code } = Object(Object(body).error)
  return typeof code === 'string' ? code : undefined
}

const whyOf = ({ status, body, fault }: Answered): string => fault ?? `${status} ${codeOf(body) ?? ''}`.trim()
