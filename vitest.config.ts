import { defineConfig } from 'vitest/config'
import { natsIsHere } from './kit/testing/nats.ts'

/** Journeys that are the same whatever processes the shop is made of. */
const ON_A_FLEET = [
  'e2e/{auditing,buying,after-buying,changing-orders,last-unit,operators,edges,watching}.journey.ts',
  'e2e/faults/peer-defects/{one-order,stuck}.journey.ts',
  'e2e/faults/races/*.journey.ts',
  'e2e/fleet/**/*.journey.ts',
]
const FLEET_ALONE = 'e2e/fleet/**/*.journey.ts'

const fleet = {
  extends: true as const,
  test: { name: 'fleet', include: ON_A_FLEET, env: { SOUK_TOPOLOGY: 'fleet' } },
}

export default defineConfig({
  test: {
    globalSetup: ['tools/test-postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded',
          include: ['**/*.test.ts', '**/*.journey.ts'],
          exclude: ['**/node_modules/**', '**/.souk/**', FLEET_ALONE],
        },
      },
      ...(natsIsHere() ? [fleet] : []),
    ],
  },
})
