export { testCluster } from './cluster.ts'
export { type Collector, startCollector } from './collector.ts'
export { cloneDatabase, type TestDatabase } from './databases.ts'
export { type AskOptions, guest, internal, openStage, type Stage, staff } from './stage.ts'
