export { type Clock, days, handClock, minutes, seconds, systemClock, toTimestamp } from './clock.ts'
export { type Ids, timeOrderedIds } from './ids.ts'
export { type Random, seededRandom, systemRandom } from './random.ts'
export { readSettings, type Setting, type Settings, setting } from './settings.ts'
