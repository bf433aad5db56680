export { answering, type Verb } from './answering.ts'
export { actorOf, type Caller } from './caller.ts'
export type { CallContext } from './context.ts'
export {
  conducts,
  does,
  type EventRoom,
  every,
  type Feature,
  on,
  type Process,
  type Query,
  type ServiceDefinition,
  service,
  shows,
} from './definition.ts'
export { askWith, type Dispatch, inProcessDispatch, Unavailable } from './dispatch.ts'
export type { Environment } from './environment.ts'
export { type Erasure, forgets } from './forgets.ts'
export { type Asked, gathered, type Together } from './gathered.ts'
export type { Claim } from './idempotency.ts'
export { kitMigrations, migrationsBeside } from './migrations.ts'
export { openService, type RunningService, type ServiceParts } from './open-service.ts'
export { checkService, prepareService } from './prepare-service.ts'
export type { Ask, FeatureRoom, ProcessRoom, QueryRoom, Room, Upload } from './rooms.ts'
export { compile, jsonSchema, WHOLE_BODY } from './validate.ts'
export { watchCalls } from './watch-calls.ts'
