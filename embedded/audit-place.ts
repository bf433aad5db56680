import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AuditSources, CarrierEntry, ProviderEntry } from '@souk/auditor'
import { type DatabaseAddress, databaseName } from '@souk/kit/database'
import { layout } from './postgres/data-folder.ts'
import { isPostmasterOf, recordedPid } from './postgres/leftover.ts'
import { startPostgres } from './postgres/start-postgres.ts'
import { readersOf } from './prepare-databases.ts'
import { Fault } from './sentence.ts'

const LEDGER_PAGE = 1_000

export interface Books extends Pick<AuditSources, 'databases' | 'providerLedger' | 'carrierLedger'> {
  close(): Promise<void>
}

/** Opens the books of the shop in a data folder: those of a running one beside it, those of a closed one alone. */
export async function openBooks(data: string, services: readonly string[]): Promise<Books> {
  const secrets = join(data, 'secrets.json')
  if (!existsSync(layout(join(data, 'postgres')).cluster) || !existsSync(secrets))
    throw new Fault(
      `There is no shop in ${data}: open one with npm start, or name its folder with SOUK_DATA=….`,
    )
  const { databasePassword } = JSON.parse(readFileSync(secrets, 'utf8'))
  const folder = join(realpathSync(data), 'postgres')
  const { address, stop } = await reach(folder)
  const databases = new Map(services.map((name) => [name, { ...address, database: databaseName(name) }]))
  const ledger = openLedger(join(data, 'simulators', 'payments.db'))
  const labels = openLabels(join(data, 'simulators', 'carriers.db'))
  return {
    databases: readersOf(databases, databasePassword),
    providerLedger: ledger.readPage,
    carrierLedger: labels.readPage,
    async close() {
      ledger.close()
      labels.close()
      await stop()
    },
  }
}

/** A server that runs is asked as it is; otherwise one is started, and stopped when the audit is done. */
async function reach(folder: string): Promise<{ address: Address; stop: () => Promise<void> }> {
  const running = runningServer(layout(folder).cluster)
  if (running) return { address: running, stop: async () => {} }
  const { host, port, stop } = await startPostgres({ dataFolder: folder })
  return { address: { host, port }, stop }
}

type Address = Pick<DatabaseAddress, 'host' | 'port'>

/** Where a server of this cluster listens, by its own note: port and socket folder are its fourth and fifth line. */
function runningServer(cluster: string): Address | undefined {
  const pid = recordedPid(cluster)
  if (pid === undefined || !isPostmasterOf(cluster, pid)) return undefined
  const [, , , port, socketFolder] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  return { host: socketFolder || '127.0.0.1', port: Number(port) }
}

/** The sandbox’s own book, in its own file: also when the sandbox does not run, and never through our payments. */
function openLedger(file: string): { readPage: AuditSources['providerLedger']; close(): void } {
  if (!existsSync(file)) return { readPage: async () => ({ items: [], nextCursor: null }), close: () => {} }
  const db = new DatabaseSync(file, { readOnly: true })
  const page = db.prepare('SELECT * FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?')
  return {
    async readPage(cursor) {
      const rows = page.all(Number(cursor ?? 0), LEDGER_PAGE)
      const isFull = rows.length === LEDGER_PAGE
      return { items: rows.map(toEntry), nextCursor: isFull ? String(rows.at(-1)?.seq) : null }
    },
    close: () => db.close(),
  }
}

/** The carriers’ own book, as the sandbox’s. */
function openLabels(file: string): { readPage: AuditSources['carrierLedger']; close(): void } {
  if (!existsSync(file)) return { readPage: async () => ({ items: [], nextCursor: null }), close: () => {} }
  const db = new DatabaseSync(file, { readOnly: true })
  const all = db.prepare('SELECT * FROM labels ORDER BY seq')
  return {
    readPage: async () => ({ items: all.all().map(toLabel), nextCursor: null }),
    close: () => db.close(),
  }
}

const toLabel = (row: Record<string, unknown>): CarrierEntry => ({
  carrier: String(row.carrier),
  reference: String(row.reference),
  trackingNumber: String(row.tracking_number),
  status: String(row.status),
})

const toEntry = (row: Record<string, unknown>): ProviderEntry => ({
  id: String(row.id),
  idempotencyKey: String(row.idempotency_key),
  kind: String(row.kind),
  amount: Number(row.amount),
  currency: String(row.currency),
  reference: String(row.reference),
  orderId: String(row.order_id),
  paymentId: String(row.payment_id),
  status: String(row.status),
  at: new Date(Number(row.at)).toISOString(),
})
