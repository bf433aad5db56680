import type { ProcessRoom } from '@souk/kit/service'
import type { Carrier, Carriers } from '../providers/carrier.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

/** Asks carriers that do not tell by themselves what they have seen since. Returns how many scans were new. */
export const pollCarriers = (carriers: Carriers) => async (room: ProcessRoom<ShippingStore>) => {
  let news = 0
  for (const carrier of carriers.all) if (carrier.poll) news += await poll(carrier, carrier.poll, room)
  return news
}

async function poll(
  { id }: Carrier,
  ask: NonNullable<Carrier['poll']>,
  room: ProcessRoom<ShippingStore>,
): Promise<number> {
  const before = await room.store.readCursor(id)
  const said = await room.speak({ to: 'carrier', verb: `${id}.poll` }, () => ask(before), courseOf)
  if (said.is === 'unknown') {
    room.log.warn({ carrier: id, why: said.why }, 'a carrier does not tell where parcels are')
    return 0
  }
  if (said.cursor === before) return 0
  return await room.transaction(async ({ store, wake }) => {
    let news = 0
    for (const scan of said.scans) if (await store.addScan(id, scan)) news++
    await store.keepCursor(id, said.cursor)
    if (news > 0) wake('apply-waiting-scans')
    return news
  })
}

const courseOf = ({ is }: { is: string }) => (is === 'unknown' ? 'fault' : 'ok')
