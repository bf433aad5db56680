import { join } from 'node:path'
import { availabilityChanged, registerStock, reserveStock, stockReserved } from '@souk/contracts/inventory'
import { inventory } from '@souk/inventory/service'
import { inProcessTransport } from '@souk/kit/messaging'
import { minutes, toTimestamp } from '@souk/kit/runtime'
import { does, inProcessDispatch, openService, type ServiceDefinition, service } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'
import { environmentOf } from '../embedded/environment.ts'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'
import { prepareDatabases } from '../embedded/prepare-databases.ts'
import { reserveTogether } from '../services/inventory/features/reserve-stock.ts'
import { type InventoryStore, inventoryStore } from '../services/inventory/store/inventory-store.ts'
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

const environment = environmentOf({ log: 'error', otlp: '' })
const { clock, ids, random } = environment

/** Inventory alone on a PostgreSQL of its own that waits for the disk, with more on the shelf than can be sold. */
export async function withHotShelf(
  skus: readonly string[],
  work: (shelf: HotShelf) => Promise<void>,
): Promise<void> {
  await withDataFolder(async (folder) => {
    const postgres = await startPostgres({ dataFolder: join(folder, 'postgres') })
    try {
      const databases = await prepareDatabases({ ...postgres, database: 'postgres' }, [inventory], 'bench')
      const [gathered, single] = [await open(inventory, databases), await open(alone, databases)]
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

type Opened = Awaited<ReturnType<typeof open>>

async function open(definition: ServiceDefinition, databases: Awaited<ReturnType<typeof prepareDatabases>>) {
  const database = databases.get('inventory')
  if (!database) throw new Error('inventory has no database')
  const { dispatch } = inProcessDispatch()
  const running = await openService(definition, {
    environment,
    database,
    transport: inProcessTransport([definition]),
    dispatch,
  })
  const ask = (contract: Parameters<typeof running.answer>[0], input: Record<string, unknown>) =>
    running.answer(contract, input, {
      caller: { kind: 'service', name: 'bench' },
      trace: newTrace(random, false),
      deadline: clock.now() + minutes(1),
    })
  return { ask, stop: running.stop }
}

const reserving =
  ({ ask }: Opened): Reserve =>
  async (sku) => {
    const expiresAt = toTimestamp(clock.now() + minutes(45))
    const lines = [{ sku, quantity: 1 }]
    return (await ask(reserveStock, { orderId: ids.next('ord'), lines, expiresAt })).ok
  }
