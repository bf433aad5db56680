export { type Otlp, openOtlp } from './otlp.ts'
