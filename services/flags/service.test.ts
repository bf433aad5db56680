import { featureFlags } from '@souk/contracts/feature-flags'
import {
  changeFlag,
  type FeatureFlag,
  listFlagChanges,
  listFlags,
  readFlags,
  showFlag,
} from '@souk/contracts/flags'
import type { Caller } from '@souk/kit/service'
import { guest, openStage, type Stage, staff, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flags } from './service.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage([flags], { cluster: testCluster() })
})
afterAll(() => stage.stop())

const as = staff
const change = async (key: string, more: object, ifMatch?: string) =>
  await stage.ask(changeFlag, { key, ...more }, { as, ...(ifMatch && { ifMatch }) })
const changed = async (key: string, more: object): Promise<FeatureFlag> => {
  const answered = await change(key, more)
  if (!answered.ok) throw new Error(answered.refusal.code)
  return answered.body
}
const changesOf = async (key: string, more: { limit?: number; cursor?: string } = {}) => {
  const listed = await stage.ask(listFlagChanges, { key, ...more }, { as })
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.body
}

describe('a feature flag', () => {
  it('stands as it is declared until somebody touches it', async () => {
    const listed = await stage.ask(listFlags, {}, { as })
    const items = listed.ok ? listed.body.items : []
    expect(items.map(({ key }) => key)).toEqual(Object.keys(featureFlags))
    expect(items[0]).toEqual({
      ...{ key: 'recommendations', ...featureFlags.recommendations },
      ...{ isOn: true, rollout: 100, note: '', version: 0, changedAt: null, changedBy: null },
    })
  })

  it('is switched, and who did it is written down', async () => {
    const off = await changed('recommendations', { isOn: false, note: 'too slow today' })
    expect(off).toMatchObject({ isOn: false, rollout: 100, version: 1, changedBy: 'staff_test' })
    expect(await changed('recommendations', { isOn: false })).toEqual(off)
    await changed('recommendations', { isOn: true, rollout: 25 })
    expect((await changesOf('recommendations')).items).toMatchObject([
      { version: 2, by: 'staff_test', before: { isOn: false }, after: { isOn: true, rollout: 25 } },
      { version: 1, before: { isOn: true, note: '' }, after: { isOn: false, note: 'too slow today' } },
    ])
    const told = await stage.ask(readFlags, {})
    expect(told.ok && told.body.items).toContainEqual({ key: 'recommendations', isOn: true, rollout: 25 })
  })

  it('tells its changes a page at a time', async () => {
    for (const rollout of [10, 20, 30]) await changed('guest_checkout', { rollout })
    const first = await changesOf('guest_checkout', { limit: 2 })
    expect(first.items.map(({ version }) => version)).toEqual([3, 2])
    const next = await changesOf('guest_checkout', { limit: 2, cursor: String(first.nextCursor) })
    expect([next.items.map(({ version }) => version), next.nextCursor]).toEqual([[1], null])
  })

  it('is not changed by who saw another version, and of several at once each change is one version', async () => {
    const { version } = await changed('self_service_returns', { note: 'seen' })
    expect(await change('self_service_returns', { isOn: false }, `"${version - 1}"`)).toMatchObject({
      refusal: { code: 'version_conflict' },
    })
    expect(await change('self_service_returns', { isOn: false }, `"${version}"`)).toMatchObject({ ok: true })
    const crowd = Array.from({ length: 8 }, (_, index) => changed('self_service_returns', { rollout: index }))
    const versions = (await Promise.all(crowd)).map((flag) => flag.version)
    expect(versions.sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
    expect((await changesOf('self_service_returns')).items).toHaveLength(10)
  })

  it('does not exist where nobody declares it', async () => {
    for (const asked of [
      change('free_beer', { isOn: true }),
      change('constructor', { isOn: true }),
      stage.ask(showFlag, { key: 'free_beer' }, { as }),
      stage.ask(listFlagChanges, { key: 'free_beer' }, { as }),
    ])
      expect(await asked).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it.each([{ isOn: 'no' }, { rollout: 101 }, { rollout: 0.5 }, { note: 'x'.repeat(501) }, { owner: 'me' }])(
    'cannot be set to %j',
    async (setting) => {
      expect(await change('recommendations', setting)).toMatchObject({ refusal: { code: 'invalid_request' } })
    },
  )

  it('is read and written by staff with the scope for it', async () => {
    const reader: Caller = { kind: 'staff', id: 'staff_2', scopes: ['flags:read'] }
    expect(await stage.ask(listFlags, {}, { as: reader })).toMatchObject({ ok: true })
    const asked = stage.ask(changeFlag, { key: 'recommendations', isOn: false }, { as: reader })
    expect(await asked).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await stage.ask(listFlags, {}, { as: guest })).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
    expect(await stage.ask(readFlags, {}, { as: guest })).toMatchObject({ refusal: { code: 'not_found' } })
  })
})
