import type { Readable } from 'node:stream'
import type { receiveCarrierEvent as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { Carriers } from '../providers/carrier.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

const MOST_BYTES = 65_536

/**
 * Keeps a carrier’s word for where a parcel was seen, once its signature is found to fit. It is applied right after:
 * twice, late, early or out of order is harmless, and what is about no parcel of ours waits until it is.
 */
export const receiveCarrierEvent =
  (carriers: Carriers): Process<typeof contract, ShippingStore> =>
  async ({ carrier: id }, room) => {
    const carrier = carriers.find(id)
    if (!carrier?.readEvent || !room.upload)
      return refuse('not_found', { detail: 'No carrier of that name calls here.' })
    const body = await readBounded(room.upload.stream)
    if (!body) return refuse('body_too_large', { detail: 'A notification may be 64 KiB.' })
    const told = carrier.readEvent({ body, headers: room.upload.headers ?? {}, now: room.clock.now() })
    if (told.is === 'forged') return refuse('invalid_signature', { detail: told.why })
    const { scan } = told
    if (!scan) return undefined
    await room.transaction(async ({ store, wake }) => {
      if (await store.addScan(id, scan)) wake('apply-waiting-scans')
    })
    return undefined
  }

/** The whole body, or nothing when it is larger than any notification. */
async function readBounded(stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MOST_BYTES) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
