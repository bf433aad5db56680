export { type JetStreamParts, type JetStreamTransport, jetStreamTransport } from './jetstream-transport.ts'
export { type BrokerAddress, type Link, openLink } from './link.ts'
export { type BrokerPlan, type PreparedBroker, prepareBroker } from './prepare-broker.ts'
