import { tokenOf } from '../domain/token.ts'

/** The store carries the service's secret, so that only who can read orders can open them. */
export const tokenFor = (orderId: string, { store }: { store: { tokenSecret: string } }): string =>
  tokenOf(orderId, store.tokenSecret)
