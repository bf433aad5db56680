export { testCluster } from './cluster.ts'
export { cloneDatabase, type TestDatabase } from './databases.ts'
export { type NatsPlace, natsIsHere, startNats, type TestNats, whereNatsIs } from './nats.ts'
export { type AskOptions, guest, internal, openStage, type Stage, staff } from './stage.ts'
