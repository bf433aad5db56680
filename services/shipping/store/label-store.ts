import type { Queryable } from '@souk/kit/database'
import { furthest, type Label, type Progress, type Scan, type SoldLabel } from '../domain/label.ts'

export type NewLabel = Pick<Label, 'id' | 'fulfilmentId' | 'carrier' | 'service' | 'weightGrams'> & {
  request: string
}

/** Labels and scans. Whoever changes a label has its shipment locked before. */
export function labelStore(sql: Queryable) {
  const columns = sql`
    id, shipment_id as "fulfilmentId", carrier, service, weight_grams as "weightGrams", state, carrier_id as "carrierId",
    tracking_number as "trackingNumber", tracking_url as "trackingUrl", label_url as "labelUrl", price, failure, progress,
    is_cancel_wanted as "isCancelWanted", (extract(epoch from asked_at) * 1000)::float8 as "askedAt"`
  const read = async (condition: ReturnType<typeof sql>): Promise<Label[]> => [
    ...(await sql<Label[]>`select ${columns} from label where ${condition} order by position`),
  ]

  return {
    labelsOf: (shipmentId: string) => read(sql`shipment_id = ${shipmentId}`),

    findLabel: async (id: string): Promise<Label | undefined> => (await read(sql`id = ${id}`))[0],

    findRequested: async (shipmentId: string, request: string): Promise<Label | undefined> =>
      (await read(sql`shipment_id = ${shipmentId} and request = ${request}`))[0],

    async addLabel(
      { id, fulfilmentId, carrier, service, weightGrams, request }: NewLabel,
      at: string,
    ): Promise<void> {
      await sql`
        insert into label (id, shipment_id, request, carrier, service, weight_grams, state, asked_at, next_check_at)
        values (${id}, ${fulfilmentId}, ${request}, ${carrier}, ${service}, ${weightGrams}, 'asked', ${at},
          ${at}::timestamptz + interval '5 seconds')`
    },

    /** What the carrier sold; a label that is to be taken back stays to be asked about. */
    async keepSold(id: string, sold: SoldLabel): Promise<void> {
      const { carrierId, trackingNumber, trackingUrl, labelUrl, price, isCancelled } = sold
      await sql`
        update label set state = ${isCancelled ? 'cancelled' : 'bought'}, carrier_id = ${carrierId},
          tracking_number = ${trackingNumber}, tracking_url = ${trackingUrl}, label_url = ${labelUrl},
          price = ${sql.json(price as never)},
          next_check_at = case when is_cancel_wanted and not ${isCancelled} then asked_at end
        where id = ${id}`
    },

    async failLabel(id: string, failure: string): Promise<void> {
      await sql`update label set state = 'failed', failure = ${failure}, next_check_at = null where id = ${id}`
    },

    /** Wanted, it is asked for until the carrier has decided. */
    async wantCancelled(id: string, isWanted: boolean, at: string): Promise<void> {
      await sql`update label set is_cancel_wanted = ${isWanted}, next_check_at = ${isWanted ? at : null} where id = ${id}`
    },

    async wantAllCancelled(orderId: string, at: string): Promise<void> {
      await sql`
        update label set is_cancel_wanted = true, next_check_at = ${at}
        where state in ('asked', 'bought') and progress = 'announced'
          and shipment_id in (select id from shipment where order_id = ${orderId} and status = 'cancelled')`
    },

    /** Those whose time has come; the others of our kind leave them to us for a while, ever longer. */
    async claimDueLabels(at: string, limit: number): Promise<Label[]> {
      const due = await sql<{ id: string }[]>`
        update label set checks = checks + 1,
          next_check_at = ${at}::timestamptz + least(60, 5 * power(2, least(checks, 4))) * interval '1 second'
        where id in (
          select id from label where next_check_at <= ${at}
          order by next_check_at limit ${limit} for update skip locked)
        returning id`
      return due.length === 0 ? [] : await read(sql`id = any(${due.map(({ id }) => id)})`)
    },

    async countOpenLabels(): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from label where next_check_at is not null`
      return row?.count ?? 0
    },

    /** False when it was told before. */
    async addScan(carrier: string, { eventId, trackingNumber, progress, at }: Scan): Promise<boolean> {
      const added = await sql`
        insert into carrier_scan (carrier, event_id, tracking_number, progress, scanned_at, is_applied)
        values (${carrier}, ${eventId}, ${trackingNumber}, ${progress}, ${at}, false) on conflict do nothing`
      return added.count === 1
    },

    /** Labels that scans wait for. */
    async labelsScanned(limit: number): Promise<Pick<Label, 'id' | 'fulfilmentId'>[]> {
      return [
        ...(await sql<Pick<Label, 'id' | 'fulfilmentId'>[]>`
          select distinct l.id, l.shipment_id as "fulfilmentId"
          from carrier_scan s join label l using (carrier, tracking_number) where not s.is_applied limit ${limit}`),
      ]
    },

    /** Moves a label as far as its scans say; returns where it is now. */
    async applyScans({ id, progress }: Label): Promise<Progress> {
      const scans = await sql<{ progress: Progress }[]>`
        update carrier_scan s set is_applied = true from label l
        where l.id = ${id} and s.carrier = l.carrier and s.tracking_number = l.tracking_number and not s.is_applied
        returning s.progress`
      const now = scans.reduce((far, scan) => furthest(far, scan.progress), progress)
      if (now !== progress) await sql`update label set progress = ${now} where id = ${id}`
      return now
    },

    async readCursor(carrier: string): Promise<string> {
      const [row] = await sql<
        { cursor: string }[]
      >`select cursor from carrier_cursor where carrier = ${carrier}`
      return row?.cursor ?? '0'
    },

    async keepCursor(carrier: string, cursor: string): Promise<void> {
      await sql`
        insert into carrier_cursor (carrier, cursor) values (${carrier}, ${cursor})
        on conflict (carrier) do update set cursor = excluded.cursor`
    },
  }
}
