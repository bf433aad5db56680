export {
  type LocalStep,
  localStep,
  next,
  type RemoteStep,
  type SagaDefinition,
  type SagaState,
  type SagaView,
  type StepResult,
  step,
  wait,
} from './definition.ts'
