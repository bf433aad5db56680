import { join } from 'node:path'
import { availabilityChanged, registerStock, reserveStock, stockReserved } from '@souk/contracts/inventory'
import { inventory } from '@souk/inventory/service'
import { inProcessTransport } from '@souk/kit/messaging'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { does, service } from '@souk/kit/service'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'
import { prepareDatabases } from '../embedded/prepare-databases.ts'
import { reserveTogether } from '../services/inventory/features/reserve-stock.ts'
import { type InventoryStore, inventoryStore } from '../services/inventory/store/inventory-store.ts'
import { environment, type Opened, openAlone } from './opened-service.ts'
import { withDataFolder } from './shop-process.ts'

/** The same decision and the same statements, with a transaction for each call. */
const alone = service<InventoryStore>({
  name: 'inventory',
  migrations: inventory.migrations,
  store: inventoryStore,
  answers: [
    does(reserveStock, async (input, room) => {
      const [outcome] = await reserveTogether([{ input, trace: room.trace }], room)
      if (!outcome) throw new Error('a reservation was not answered')
      return outcome
    }),
  ],
  announces: [stockReserved, availabilityChanged],
})

export type Reserve = (sku: string) => Promise<boolean>

export interface HotShelf {
  /** Reserves one unit for an order of its own, through inventory’s front door. */
  readonly gathered: Reserve
  /** The same with a transaction for each call. */
  readonly alone: Reserve
}

const { clock, ids } = environment

/** Inventory alone on a PostgreSQL of its own that waits for the disk, with more on the shelf than can be sold. */
export async function withHotShelf(
  skus: readonly string[],
  work: (shelf: HotShelf) => Promise<void>,
): Promise<void> {
  await withDataFolder(async (folder) => {
    const postgres = await startPostgres({ dataFolder: join(folder, 'postgres') })
    try {
      const databases = await prepareDatabases({ ...postgres, database: 'postgres' }, [inventory], 'bench')
      const place = { databases, transport: inProcessTransport([inventory]) }
      const [gathered, single] = [await openAlone(inventory, place), await openAlone(alone, place)]
      await gathered.ask(registerStock, {
        items: skus.map((sku) => ({ sku, onHand: 1_000_000_000, policy: 'deny' })),
      })
      await work({ gathered: reserving(gathered), alone: reserving(single) })
      await Promise.all([gathered.stop(), single.stop()])
    } finally {
      await postgres.stop()
    }
  })
}

const reserving =
  ({ ask }: Opened): Reserve =>
  async (sku) => {
    const expiresAt = toTimestamp(clock.now() + minutes(45))
    const lines = [{ sku, quantity: 1 }]
    return (await ask(reserveStock, { orderId: ids.next('ord'), lines, expiresAt })).ok
  }
