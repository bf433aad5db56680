import { Currency } from '@souk/contracts/money'
import { type RawWebhook, seconds, verifyWebhook } from '@souk/kit/runtime'
import { z } from 'zod'
import { PROGRESS } from '../domain/label.ts'
import { type Answered, askAt, whyOf } from './ask.ts'
import type { Answer, Carrier, Told } from './carrier.ts'

export interface CarrierSettings {
  readonly url: string
  readonly apiKey: string
  readonly webhookSecret: string
  /** How long to wait for any answer, in milliseconds. */
  readonly patience?: number
}

type Sent = { readonly patience?: number; readonly 'idempotency-key'?: string }

const Price = z.object({ amount: z.int().min(0), currency: Currency })
const Label = z
  .object({
    ...{ id: z.string().min(1), trackingNumber: z.string().min(1).max(80), status: z.string(), price: Price },
    ...{ labelUrl: z.url().max(2_000), trackingUrl: z.url().max(2_000) },
  })
  .transform(({ id, status, trackingNumber, trackingUrl, labelUrl, price }) => ({
    ...{ carrierId: id, isCancelled: status === 'cancelled', trackingNumber, trackingUrl, labelUrl, price },
  }))
const Rates = z.object({ rates: z.array(z.object({ service: z.string(), price: Price })).max(100) })
const Found = z.object({ items: z.array(Label) })
const Failure = z.object({ error: z.object({ code: z.string() }) })
const Event = z.object({
  type: z.literal('parcel.scanned'),
  data: z.object({ trackingNumber: z.string(), status: z.enum(PROGRESS), at: z.iso.datetime() }),
})

/** The carrier Swift: JSON, grams, minor units, and webhooks that tell of every scan. */
export function swiftCarrier({
  url,
  apiKey,
  webhookSecret,
  patience = seconds(4),
}: CarrierSettings): Carrier {
  const ask = askAt(url, patience)
  const authorization = `Bearer ${apiKey}`
  const post = (path: string, body: object, { patience: own, ...headers }: Sent = {}) =>
    ask({
      ...(own && { patience: own }),
      ...{ method: 'POST', path, body: JSON.stringify(body) },
      headers: { authorization, 'content-type': 'application/json', ...headers },
    })
  return {
    id: 'swift',
    async rates({ grams, to: { country, postalCode }, patience: own }) {
      const answered = await post(
        '/v1/rates',
        { grams, to: { country, postalCode } },
        own ? { patience: own } : {},
      )
      const rates = answered.status === 200 ? read(Rates, answered.text) : undefined
      return rates ? { is: 'known', ...rates } : { is: 'unknown', why: whyOf(answered) }
    },
    buy: async ({ key, service, grams, to }) =>
      toAnswer(await post('/v1/labels', { service, grams, to }, { 'idempotency-key': key })),
    async find(key) {
      const path = `/v1/labels?${new URLSearchParams({ key })}`
      const answered = await ask({ method: 'GET', path, headers: { authorization } })
      const found = answered.status === 200 ? read(Found, answered.text) : undefined
      if (!found) return { is: 'unknown', why: whyOf(answered) }
      return found.items[0] ? { is: 'known', label: found.items[0] } : { is: 'absent' }
    },
    cancel: async (carrierId) =>
      toAnswer(await post(`/v1/labels/${encodeURIComponent(carrierId)}/cancel`, {})),
    readEvent: (raw) => readEvent(raw, webhookSecret),
  }
}

function toAnswer(answered: Answered): Answer {
  const { status, text } = answered
  const label = status < 300 ? read(Label, text) : undefined
  if (label) return { is: 'known', label }
  const code = read(Failure, text)?.error.code
  const isDecided = [400, 404, 409, 422].includes(status) && code !== undefined
  return isDecided ? { is: 'refused', code } : { is: 'unknown', why: whyOf(answered) }
}

function readEvent(raw: RawWebhook, secret: string): Told {
  const verified = verifyWebhook(raw, secret)
  if ('why' in verified) return { is: 'forged', why: verified.why }
  const event = read(Event, raw.body.toString('utf8'))
  if (!event) return { is: 'genuine', scan: null }
  const { trackingNumber, status: progress, at } = event.data
  return { is: 'genuine', scan: { eventId: verified.id, trackingNumber, progress, at } }
}

/** What a text says in that shape; nothing where it says something else. */
function read<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
