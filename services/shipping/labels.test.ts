import { cancelLabel } from '@souk/contracts/shipping'
import { minutes, seconds } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { describe, expect, it } from 'vitest'
import { buy, idOf, labels, must, open, openLabelShop, soldFor, stage, world } from './fixtures/label-shop.ts'

openLabelShop()

describe('a label', () => {
  it('is bought once for a request, and another for another', async () => {
    const { id } = await open()
    const [one, again] = await Promise.all([must(id, 'a'), must(id, 'a')])
    expect(one).toMatchObject({
      state: 'bought',
      trackingNumber: expect.stringMatching(/^SW/),
      failure: null,
    })
    expect(again).toEqual(one)
    await must(id, 'b', { carrier: 'postline', service: 'PRIO' })
    expect((await labels(id)).map(({ carrier, state }) => [carrier, state])).toEqual([
      ['swift', 'bought'],
      ['postline', 'bought'],
    ])
    expect(await soldFor(one.id)).toHaveLength(1)
  })

  it.each([
    ['swift', 'express'],
    ['postline', 'PRIO'],
  ])(
    'of %s is found out about when its answer was lost, and never bought twice',
    async (carrier, service) => {
      const { id } = await open()
      await world.misbehave(`${carrier} buy lost`, `${carrier} find down`)
      const asked = await must(id, 'a', { carrier, service })
      expect(asked).toMatchObject({ state: 'asked', trackingNumber: null })
      stage.clock.forward(seconds(6))
      await stage.settle()
      expect(await labels(id)).toMatchObject([{ state: 'asked' }])
      await world.misbehave()
      stage.clock.forward(minutes(2))
      await stage.settle()
      const [sold] = await soldFor(asked.id)
      expect(await labels(id)).toMatchObject([{ state: 'bought', trackingNumber: sold?.trackingNumber }])
      expect(await must(id, 'a', { carrier, service })).toMatchObject({ id: asked.id, state: 'bought' })
      expect(await soldFor(asked.id)).toHaveLength(1)
    },
  )

  it('that never reached its carrier is given up after a minute, not before', async () => {
    const { id } = await open()
    await world.misbehave('swift buy down')
    await must(id, 'a')
    await world.misbehave()
    stage.clock.forward(seconds(20))
    await stage.settle()
    expect(await labels(id)).toMatchObject([{ state: 'asked' }])
    stage.clock.forward(minutes(3))
    await stage.settle()
    expect(await labels(id)).toMatchObject([{ state: 'failed', failure: 'never_reached_the_carrier' }])
  })

  it('is refused where the carrier does not sell it, or nobody knows the carrier', async () => {
    const { id } = await open()
    expect(await buy(id, 'a', { service: 'rocket' })).toMatchObject({ refusal: { code: 'label_refused' } })
    expect(await buy(id, 'b', { carrier: 'pigeon' })).toMatchObject({
      refusal: { code: 'unknown_carrier', detail: 'The carriers here are swift, postline.' },
    })
    expect(await labels(id)).toMatchObject([{ state: 'failed', failure: 'unknown_service' }])
    expect(await buy(idOf('ful'), 'a')).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('goes back before its parcel was seen, also when the carrier is away at first', async () => {
    const { id } = await open()
    const label = await must(id, 'a')
    await world.misbehave('swift cancel down')
    const wanted = await stage.ask(cancelLabel, { id: label.id }, { as: staff })
    expect(wanted).toMatchObject({ ok: true, body: { state: 'bought' } })
    await world.misbehave()
    stage.clock.forward(seconds(10))
    await stage.settle()
    expect(await labels(id)).toMatchObject([{ state: 'cancelled' }])
    expect(await soldFor(label.id)).toMatchObject([{ status: 'cancelled' }])
    const used = await must(id, 'b')
    await world.scan(used.trackingNumber ?? '', 'accepted')
    expect(await stage.ask(cancelLabel, { id: used.id }, { as: staff })).toMatchObject({
      refusal: { code: 'label_used' },
    })
  })
})
