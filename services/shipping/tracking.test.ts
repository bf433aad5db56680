import { Readable } from 'node:stream'
import {
  receiveCarrierEvent,
  shipmentDelivered,
  shipmentFailed,
  shipmentShipped,
} from '@souk/contracts/shipping'
import { seconds } from '@souk/kit/runtime'
import { guest } from '@souk/kit/testing'
import { describe, expect, it } from 'vitest'
import {
  hear,
  labels,
  must,
  open,
  openLabelShop,
  soldFor,
  stage,
  told,
  world,
} from './fixtures/label-shop.ts'
import type { Delivery } from './providers/fixtures/open-carriers.ts'

openLabelShop()

describe('what carriers tell', () => {
  it('ships a fulfilment with its first parcel and delivers it with its last, twice told and out of order', async () => {
    const { id, orderId } = await open()
    const [one, other] = [await must(id, 'a'), await must(id, 'b')]
    const deliveries: Delivery[] = []
    world.onTold(async (delivery) => {
      deliveries.push(delivery)
      return 204
    })
    for (const status of ['accepted', 'in_transit', 'delivered'])
      await world.scan(one.trackingNumber ?? '', status)
    await expect.poll(() => deliveries.length).toBe(3)
    for (const delivery of [...deliveries].reverse().flatMap((each) => [each, each]))
      expect(await hear(delivery)).toBe(204)
    await stage.settle()
    expect(told(shipmentShipped, orderId)).toHaveLength(1)
    expect(told(shipmentDelivered, orderId)).toHaveLength(0)
    expect((await labels(id)).map(({ progress }) => progress)).toEqual(['delivered', 'announced'])
    world.onTold(hear)
    await world.scan(other.trackingNumber ?? '', 'delivered')
    await stage.settleUntil(async () => told(shipmentDelivered, orderId).length > 0)
    expect(told(shipmentDelivered, orderId)).toHaveLength(1)
    expect(told(shipmentDelivered, orderId)[0]?.data.shipment).toMatchObject({
      ...{
        status: 'delivered',
        carrier: 'swift',
        trackingNumber: one.trackingNumber,
        trackingUrl: one.trackingUrl,
      },
      parcels: [{ progress: 'delivered' }, { trackingNumber: other.trackingNumber, progress: 'delivered' }],
    })
  })

  it('is asked for where they do not tell by themselves', async () => {
    const { id, orderId } = await open()
    const { trackingNumber } = await must(id, 'a', { carrier: 'postline', service: 'PRIO' })
    await world.scan(trackingNumber ?? '', 'delivered')
    await stage.settle()
    expect([told(shipmentShipped, orderId).length, told(shipmentDelivered, orderId).length]).toEqual([1, 1])
  })

  it('waits where it is about a parcel not known yet', async () => {
    const { id, orderId } = await open()
    world.onTold(hear)
    await world.misbehave('swift buy lost')
    const asked = await must(id, 'a')
    const [sold] = await soldFor(asked.id)
    const before = world.told.length
    await world.scan(sold?.trackingNumber ?? '', 'in_transit')
    await expect.poll(() => world.told.length).toBeGreaterThan(before)
    await stage.settle()
    expect(told(shipmentShipped, orderId)).toHaveLength(0)
    await world.misbehave()
    stage.clock.forward(seconds(10))
    await stage.settleUntil(async () => told(shipmentShipped, orderId).length > 0)
    expect(await labels(id)).toMatchObject([{ state: 'bought', progress: 'in_transit' }])
  })

  it('is told on once where a parcel could not be handed over', async () => {
    const { id, orderId } = await open()
    const { trackingNumber } = await must(id, 'a')
    world.onTold(async (delivery) => {
      await hear(delivery)
      return await hear(delivery)
    })
    await world.scan(trackingNumber ?? '', 'failed')
    await stage.settleUntil(async () => told(shipmentFailed, orderId).length > 0)
    expect(told(shipmentFailed, orderId).map(({ data }) => data)).toMatchObject([
      { fulfilmentId: id, carrier: 'swift', trackingNumber, progress: 'failed' },
    ])
  })

  it('is nothing where it is not signed, or nobody of that name calls', async () => {
    const upload = () => ({ contentType: 'application/json', stream: Readable.from(['{}']), headers: {} })
    const as = guest
    const forged = await stage.reply(receiveCarrierEvent, { carrier: 'swift' }, { as, upload: upload() })
    expect(forged).toMatchObject({ refusal: { code: 'invalid_signature' } })
    const silent = await stage.reply(receiveCarrierEvent, { carrier: 'postline' }, { as, upload: upload() })
    expect(silent).toMatchObject({ refusal: { code: 'not_found' } })
  })
})
