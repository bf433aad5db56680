import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Client } from '../../client.ts'
import { asShop } from '../../shop.ts'
import { sell } from '../../shopping.ts'
import { type FleetShop, openFleetShop } from '../fleet-shop.ts'
import { ACTIVITIES, type Activity, DEPENDENCIES } from './activities.ts'
import { expectCaughtUp } from './caught-up.ts'
import { openRegular, openScene, type Regular } from './scene.ts'
import { type CatchUp, tryCell } from './tell.ts'

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

const activities = Object.keys(ACTIVITIES) as Activity[]

describe('while a part is away', () => {
  it.each(DEPENDENCIES)(
    'people do without %s as it is written, and it catches up',
    async (dependency) => {
      const scene = await openScene(dependency, { shop: asShop(fleet), admin, regular })
      const catchUps: CatchUp[] = []
      const t0 = performance.now()
      await fleet.without(dependency, async () => {
        console.log(dependency, 'away after', performance.now() - t0)
        for (const activity of activities) {
          const t = performance.now()
          try {
            catchUps.push(await tryCell(dependency, activity, scene))
            console.log(dependency, '|', activity, 'OK', Math.round(performance.now() - t))
          } catch (e) {
            console.log(
              dependency,
              '|',
              activity,
              'FAIL',
              Math.round(performance.now() - t),
              String(e).slice(0, 400),
            )
          }
        }
      })
      console.log(dependency, 'back after', performance.now() - t0)
      for (const catchUp of catchUps) await catchUp()
      console.log(dependency, 'catchups', performance.now() - t0)
      await expectCaughtUp(scene)
      console.log(dependency, 'caught up', performance.now() - t0)
    },
    60_000,
  )
})
