export { openEnvironment } from './environment.ts'
export { type Hearing, hearStop, whenAsked } from './hear-stop.ts'
export { telemetrySettings } from './telemetry-settings.ts'
export { testSettings } from './test-settings.ts'
