import { listProducts } from '@souk/contracts/catalog'
import { featureFlags } from '@souk/contracts/feature-flags'
import { type FlagState, readFlags } from '@souk/contracts/flags'
import { completeCart } from '@souk/contracts/orders'
import { recommendForProduct } from '@souk/contracts/recommendations'
import { handClock, seconds, systemRandom } from '@souk/kit/runtime'
import { askWith, type Caller, type Dispatch, Unavailable } from '@souk/kit/service'
import { newTrace, silentLog } from '@souk/kit/telemetry'
import { beforeEach, describe, expect, it } from 'vitest'
import { behindFlags } from './behind-flags.ts'
import { flagStates } from './flag-states.ts'

const clock = handClock()
const guest: Caller = { kind: 'guest', address: '127.0.0.1' }
const customer: Caller = { kind: 'customer', id: 'cus_1', address: '' }
const reached = { ok: true, status: 200, body: 'reached' } as const
let kept: Map<string, FlagState>
let asked: number
let isAway: boolean
let dispatch: Dispatch

const services: Dispatch = async (contract) => {
  if (contract.name !== readFlags.name) return reached
  asked++
  if (isAway) throw new Unavailable('flags is down')
  return { ok: true, status: 200, body: { items: [...kept.values()] } }
}
const context = (caller: Caller) => ({
  caller,
  trace: newTrace(systemRandom, false),
  deadline: clock.now() + 1_000,
})
const ask = async (contract: Parameters<Dispatch>[0], caller: Caller = guest) =>
  await dispatch(contract, { id: 'cart_1' }, context(caller))
const set = (key: string, isOn: boolean) => void kept.set(key, { key, isOn, rollout: 100 })
const nothing = { ok: true, status: 200, body: { items: [], nextCursor: null } }

beforeEach(() => {
  asked = 0
  isAway = false
  kept = new Map(Object.keys(featureFlags).map((key) => [key, { key, isOn: true, rollout: 100 }]))
  const states = flagStates({ ask: askWith(services, () => context(customer)), clock, log: silentLog })
  dispatch = behindFlags(services, states)
})

describe('a call whose feature is off', () => {
  it('is answered with its fallback, or refused as its contract says', async () => {
    set('recommendations', false)
    set('guest_checkout', false)
    expect(await ask(recommendForProduct)).toEqual(nothing)
    expect(await ask(completeCart)).toMatchObject({ ok: false, refusal: { code: 'sign_in_required' } })
  })

  it('goes on for whom it is not about, and others never wait for a flag', async () => {
    set('guest_checkout', false)
    expect(await ask(completeCart, customer)).toEqual(reached)
    expect(await ask(listProducts)).toEqual(reached)
    expect(asked).toBe(0)
  })
})

describe('how features stand', () => {
  it('is asked once for many, and known anew within three seconds', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask(recommendForProduct)))
    expect(asked).toBe(1)
    set('recommendations', false)
    clock.forward(seconds(3))
    expect(await ask(recommendForProduct)).toEqual(nothing)
    expect(asked).toBe(2)
  })

  it('is asked on the side while it is known well enough', async () => {
    await ask(recommendForProduct)
    set('recommendations', false)
    clock.forward(seconds(1))
    expect(await ask(recommendForProduct)).toEqual(reached)
    await expect.poll(() => ask(recommendForProduct)).toEqual(nothing)
    expect(asked).toBe(2)
  })

  it('stays as it was last heard while nobody tells, and as it is declared before', async () => {
    isAway = true
    expect(await ask(recommendForProduct)).toEqual(reached)
    isAway = false
    set('recommendations', false)
    clock.forward(seconds(5))
    expect(await ask(recommendForProduct)).toEqual(nothing)
    isAway = true
    clock.forward(seconds(60))
    expect(await ask(recommendForProduct)).toEqual(nothing)
  })
})
