import { seconds } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../client.ts'
import { asShop } from '../../shop.ts'
import { sell } from '../../shopping.ts'
import { someOf } from '../../some-of.ts'
import { type FleetShop, openFleetShop } from '../fleet-shop.ts'
import { ACTIVITIES, type Activity, DEPENDENCIES } from './activities.ts'
import { expectCaughtUp } from './caught-up.ts'
import { DEEDS } from './deeds.ts'
import { cellOf } from './matrix.ts'
import { openRegular, openScene, type Regular, type Scene } from './scene.ts'
import { type CatchUp, comeAgain, tryCell } from './try-cell.ts'

/** A process that starts while many others are at work takes its time. */
const BACK_WITHIN_MS = seconds(90)

let fleet: FleetShop
let admin: Client
let regular: Regular

beforeAll(async () => {
  fleet = await openFleetShop()
  const shop = asShop(fleet)
  admin = await shop.admin()
  regular = await openRegular(shop, (await sell(admin)).sku)
})
afterAll(() => fleet.close())

const sceneOf = (name: string) => openScene(name, { shop: asShop(fleet), admin, regular })
const activities = Object.keys(ACTIVITIES) as Activity[]

describe.each(someOf(DEPENDENCIES, 5))('without %s', (dependency) => {
  const catchUps: CatchUp[] = []
  let scene: Scene
  let bringBack: () => Promise<void>
  beforeAll(async () => {
    scene = await sceneOf(dependency)
    bringBack = await fleet.takeAway(dependency)
  })

  it.each(activities.map((activity) => [activity, cellOf(dependency, activity).answer] as const))(
    'who wants to %s %s',
    async (activity) => {
      catchUps.push(await tryCell(dependency, activity, scene))
    },
  )

  it(
    'nothing is lost, done twice or held for ever: all catches up once it is back',
    async () => {
      await bringBack()
      for (const catchUp of catchUps) await catchUp()
      await expectCaughtUp(scene)
    },
    BACK_WITHIN_MS,
  )
})

describe('while accounts and inventory stand still, and say nothing at all', () => {
  const HANGS = ['accounts', 'inventory']
  const CONCERNED: Activity[] = ['sign in', 'complete an order']
  const UNCONCERNED: Activity[] = [
    'look at products',
    'see availability',
    'shop signed in',
    'fill a cart',
    'see an order',
  ]
  const ANSWERED_WITHIN_MS = seconds(16)
  const AT_ONCE_MS = seconds(3)
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const service of HANGS) process.kill(Number(fleet.processes.get(service)?.pid()), name)
  }
  let scene: Scene
  beforeAll(async () => {
    scene = await sceneOf('hanging')
    signal('SIGSTOP')
  })
  afterAll(() => signal('SIGCONT'))

  const goOn = async (activity: Activity) => {
    const { before, does, happened } = DEEDS[activity]
    await before?.(scene)
    const { status, body } = await does(scene)
    expect([200, 201]).toContain(status)
    await happened(scene, body)
  }
  /** A checkout that has begun is said to be still under way, to the gateway's own second try as well. */
  const areTold = async (activity: Activity, withinMs: number) => {
    const begun = performance.now()
    const { headers, body } = await DEEDS[activity].does(scene)
    expect(performance.now() - begun).toBeLessThan(withinMs)
    expect(['unavailable', 'idempotency_in_progress']).toContain(body.code)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }

  it(
    'people go on with what needs neither; the others are told in the time a request has, and then at once',
    async () => {
      await Promise.all([
        ...UNCONCERNED.map(goOn),
        ...CONCERNED.map((one) => areTold(one, ANSWERED_WITHIN_MS)),
      ])
      for (const activity of CONCERNED) await areTold(activity, AT_ONCE_MS)
    },
    BACK_WITHIN_MS,
  )

  it(
    'all catches up once they move again',
    async () => {
      signal('SIGCONT')
      for (const activity of CONCERNED) await comeAgain(activity, scene)
      await expectCaughtUp(scene)
    },
    BACK_WITHIN_MS,
  )
})
