import { defineConfig } from 'vitest/config'
import { someOf } from './e2e/some-of.ts'
import { natsIsHere } from './kit/testing/nats.ts'

/** Journeys that are the same whatever processes the shop is made of. */
const ON_A_FLEET = [
  'e2e/{buying,after-buying,changing-orders,delivering,last-unit,operators,edges,watching}.journey.ts',
  'e2e/{graphql,price-lists,searching,switching}.journey.ts',
  'e2e/faults/peer-defects/{one-order,stuck}.journey.ts',
  'e2e/faults/races/*.journey.ts',
]
/** What is done to a fleet: some of it each day, all where a part of the suite is named or the whole is wanted. */
const TO_A_FLEET = [
  'blows',
  'degradation/degradation',
  'losing-a-process',
  'losing-the-broker',
  'outside',
  'rolling-restart',
  'start-order',
]
const isNamed = process.argv.some((argument) => argument.includes('e2e'))
const toAFleet = () =>
  (isNamed ? TO_A_FLEET : someOf(TO_A_FLEET, 3)).map((name) => `e2e/fleet/${name}.journey.ts`)
/** And to a process as people start it. */
const TO_A_PROCESS = ['e2e/{start,start-refusals}.journey.ts', 'e2e/faults/*.journey.ts']
const OTHERS = ['**/node_modules/**', '**/.souk/**']

/** Files of a worker follow each other in one process where they share a shop. Projects come in the order of their names. */
const project = (name: string, include: string[], more: { exclude?: string[]; isolate?: boolean } = {}) => {
  const { exclude = [], isolate = true } = more
  const files = { name, include, exclude: [...OTHERS, ...exclude] }
  return { extends: true as const, test: { ...files, isolate, sequence: { groupOrder: 1 } } }
}
/** One file after the other: a fleet has both cores, and how soon something is back is measured. */
const ONE_BY_ONE = { maxWorkers: 1, sequence: { groupOrder: 0 } }
const trials = project('alone', [...TO_A_PROCESS, ...(natsIsHere() ? toAFleet() : [])])
const alone = { ...trials, test: { ...trials.test, ...ONE_BY_ONE } }
const embedded = project('embedded', ['**/*.journey.ts'], {
  exclude: ['e2e/fleet/**', ...TO_A_PROCESS],
  isolate: false,
})
const members = project('fleet', ON_A_FLEET, { isolate: false })
const fleet = { ...members, test: { ...members.test, ...ONE_BY_ONE, env: { SOUK_TOPOLOGY: 'fleet' } } }

export default defineConfig({
  // One and the same for us and for what we use, as in Node: it knows its types by their classes.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tools/test-postgres.ts', 'tools/test-apps.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [alone, embedded, ...(natsIsHere() ? [fleet] : []), project('rooms', ['**/*.test.ts'])],
  },
})
