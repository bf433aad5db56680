import type { Money } from '@souk/contracts/money'
import { seconds } from '@souk/kit/runtime'
import type { Progress, Scan, SoldLabel } from '../domain/label.ts'
import { type Answered, askAt, whyOf } from './ask.ts'
import type { Answer, Carrier, Finding } from './carrier.ts'
import type { CarrierSettings } from './swift.ts'

const GRAMS_PER_OUNCE = 28.349523125
const CODES: Readonly<Record<string, Progress>> = {
  AC: 'accepted',
  IT: 'in_transit',
  OD: 'out_for_delivery',
  DL: 'delivered',
  NA: 'failed',
  RT: 'returned',
}
const NOT_FOUND = '4'
const REFERENCE_USED = '17'

/** The carrier Postline: forms, lines of text, ounces, prices with a point; it calls nobody, so it is asked for scans. */
export function postlineCarrier(settings: Omit<CarrierSettings, 'webhookSecret'>): Carrier {
  const { url, apiKey: password, patience = seconds(4) } = settings
  const ask = askAt(url, patience)
  const get = (path: string, fields: Record<string, string>, own?: number) =>
    ask({
      ...(own && { patience: own }),
      method: 'GET',
      path: `${path}?${new URLSearchParams({ password, ...fields })}`,
    })
  const post = (path: string, fields: Record<string, string>) =>
    ask({
      ...{ method: 'POST', path, body: String(new URLSearchParams({ password, ...fields })) },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  const find = async (key: string): Promise<Finding> => {
    const answered = await get('/label', { ref: key })
    const label = readLabel(answered)
    if (label) return { is: 'known', label }
    return errorOf(answered) === NOT_FOUND ? { is: 'absent' } : { is: 'unknown', why: whyOf(answered) }
  }
  return {
    id: 'postline',
    find,
    async rates({ grams, to: { country }, patience: own }) {
      const answered = await get('/rates', { country, oz: toOunces(grams) }, own)
      const [first, ...lines] = linesOf(answered)
      if (first !== 'OK RATES') return { is: 'unknown', why: whyOf(answered) }
      const rates = lines
        .map((line) => line.split(';'))
        .flatMap(([service, amount, currency]) => {
          const price = toMoney(amount, currency)
          return service && price ? [{ service, price }] : []
        })
      return { is: 'known', rates }
    },
    async buy({ key, service, grams, to }) {
      const { name, line1, city, postalCode, country } = to
      const fields = {
        ref: key,
        svc: service,
        oz: toOunces(grams),
        name,
        line1,
        city,
        zip: postalCode,
        country,
      }
      const answered = await post('/label', fields)
      // It never says which label a used reference has bought.
      if (errorOf(answered) !== REFERENCE_USED) return toAnswer(answered)
      const found = await find(key)
      return found.is === 'absent' ? { is: 'unknown', why: 'it contradicts itself' } : found
    },
    cancel: async (carrierId) => toAnswer(await post('/void', { label: carrierId })),
    async poll(cursor) {
      const answered = await get('/scans', { since: cursor })
      const [first, ...lines] = linesOf(answered)
      if (first !== 'OK SCANS') return { is: 'unknown', why: whyOf(answered) }
      const last = lines.at(-1)?.split('|')[0] ?? cursor
      return { is: 'known', scans: lines.flatMap(toScan), cursor: last }
    },
  }
}

const linesOf = ({ status, text }: Answered): string[] => (status === 200 ? text.trim().split('\n') : [])
const errorOf = (answered: Answered): string | undefined =>
  /^ERR (?<code>\d+)/.exec(linesOf(answered)[0] ?? '')?.groups?.code

function toAnswer(answered: Answered): Answer {
  const label = readLabel(answered)
  if (label) return { is: 'known', label }
  const code = errorOf(answered)
  return code ? { is: 'refused', code: `error_${code}` } : { is: 'unknown', why: whyOf(answered) }
}

function readLabel(answered: Answered): SoldLabel | undefined {
  const [first, ...lines] = linesOf(answered)
  if (!first?.startsWith('OK ')) return undefined
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1)
  const price = toMoney(...((field('PRICE') ?? '').split(' ') as [string, string]))
  const [carrierId, trackingNumber] = [field('LABEL'), field('TRACK')]
  const [labelUrl, trackingUrl] = [field('IMAGE'), field('PAGE')]
  if (!price || !carrierId || !trackingNumber || !labelUrl || !trackingUrl) return undefined
  return { carrierId, trackingNumber, labelUrl, trackingUrl, price, isCancelled: first === 'OK VOID' }
}

/** Prices come with two digits after the point, whatever the currency. */
function toMoney(decimal: string | undefined, currency: string | undefined): Money | undefined {
  const match = /^(?<whole>\d{1,9})\.(?<cents>\d\d)$/.exec(decimal ?? '')
  if (!match?.groups || !/^[A-Z]{3}$/.test(currency ?? '')) return undefined
  return { amount: Number(match.groups.whole) * 100 + Number(match.groups.cents), currency: currency ?? '' }
}

/** Never less than it weighs. */
const toOunces = (grams: number): string => (Math.ceil((grams / GRAMS_PER_OUNCE) * 100) / 100).toFixed(2)

function toScan(line: string): Scan[] {
  const [eventId, trackingNumber, code = '', at] = line.split('|')
  const progress = CODES[code]
  return eventId && trackingNumber && at && progress ? [{ eventId, trackingNumber, progress, at }] : []
}
