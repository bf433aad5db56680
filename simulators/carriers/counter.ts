import { randomBytes } from 'node:crypto'
import type { Book, Carrier, Label, Status } from './book.ts'

const SERVICES: Readonly<Record<Carrier, readonly { service: string; base: number; perKg: number }[]>> = {
  swift: [
    { service: 'economy', base: 450, perKg: 60 },
    { service: 'express', base: 1_190, perKg: 140 },
  ],
  postline: [
    { service: 'PRIO', base: 520, perKg: 75 },
    { service: 'LETTERBOX', base: 290, perKg: 200 },
  ],
}
const HOME = 'DE'

/** What both carriers do behind their protocols: price, sell, take back, scan. `heard` is told of each scan. */
export function openCounter(
  book: Book,
  heard: (scan: { carrier: Carrier; seq: number; label: Label; status: Status; at: number }) => void,
) {
  return {
    /** Minor units of EUR; abroad costs twice as much. */
    rates: (carrier: Carrier, { grams, country }: { grams: number; country: string }) =>
      SERVICES[carrier].map(({ service, base, perKg }) => ({
        service,
        amount: (base + Math.ceil(grams / 1_000) * perKg) * (country === HOME ? 1 : 2),
      })),

    /** The same reference again is the same label; nothing where there is no such service. */
    sell(
      carrier: Carrier,
      wish: { reference: string; service: string; grams: number; country: string },
    ): Label | undefined {
      return book.transaction(() => {
        const known = book.labels.byReference(carrier, wish.reference)
        if (known) return known
        const rate = this.rates(carrier, wish).find(({ service }) => service === wish.service)
        if (!rate) return undefined
        const id = `${carrier}-${randomBytes(8).toString('hex')}`
        const trackingNumber = `${carrier === 'swift' ? 'SW' : 'PL'}${randomBytes(6).toString('hex').toUpperCase()}`
        const { reference, service, grams } = wish
        book.labels.add({ carrier, id, reference, trackingNumber, service, grams, price: rate.amount })
        return book.labels.byReference(carrier, reference)
      })
    },

    /** `used` once it was scanned: it is not taken back then. */
    takeBack(id: string): Label | 'unknown' | 'used' {
      const label = book.labels.find(id)
      if (!label) return 'unknown'
      if (book.scans.of(label.trackingNumber).length > 0) return 'used'
      book.labels.cancel(id)
      return { ...label, status: 'cancelled' }
    },

    scan(trackingNumber: string, status: Status): boolean {
      const label = book.labels.find(trackingNumber)
      if (!label) return false
      const at = Date.now()
      const carrier = label.carrier as Carrier
      const seq = book.scans.add({ carrier, trackingNumber, status, at })
      heard({ carrier, seq, label, status, at })
      return true
    },
  }
}
