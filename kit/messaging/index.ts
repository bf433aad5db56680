export { type Drain, drain } from './drain.ts'
export { type Apply, applyBatch, type KeyOf, storeInInbox } from './inbox.ts'
export { announced, relayBatch, storeInOutbox } from './outbox.ts'
export { inProcessTransport, type Subscription, type Transport } from './transport.ts'
