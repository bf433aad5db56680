export { type Drain, drain } from './drain.ts'
export {
  type FaultyTransport,
  faultyTransport,
  LostOnTheWay,
  type TransportFaults,
} from './faulty-transport.ts'
export { applyBatch, storeInInbox } from './inbox.ts'
export { announced, relayBatch, storeInOutbox } from './outbox.ts'
export { readFaults } from './read-faults.ts'
export type { Apply, KeyOf } from './side-by-side.ts'
export { inProcessTransport, type Subscription, type Transport } from './transport.ts'
