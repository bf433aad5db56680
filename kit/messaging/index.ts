export { type Drain, drain } from './drain.ts'
export {
  type FaultyTransport,
  faultyTransport,
  LostOnTheWay,
  type TransportFaults,
} from './faulty-transport.ts'
export { type Apply, applyBatch, storeInInbox } from './inbox.ts'
export { announced, relayBatch, storeInOutbox } from './outbox.ts'
export { readFaults } from './read-faults.ts'
export { inProcessTransport, type Subscription, type Transport } from './transport.ts'
