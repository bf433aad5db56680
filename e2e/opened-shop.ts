import type { DatabaseAddress } from '@souk/kit/database'

export const SECRETS = {
  databasePassword: 'test',
  orderToken: 'order token',
  sandboxKey: 'sandbox key',
  webhookSecret: 'webhook secret',
  carriersKey: 'carriers key',
  carriersWebhookSecret: 'carriers webhook secret',
  fleetMaster: Buffer.alloc(32, 'a master for tests').toString('base64url'),
}
export const ADMIN_PASSWORD = 'a password for tests'

/** A whole shop that runs, whatever processes it is made of. */
export interface OpenedShop {
  readonly url: string
  readonly mailboxUrl: string
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  /** What a fleet could not have done: sentences that fail the journey. */
  complaints?(): string[]
  close(): Promise<void>
}
