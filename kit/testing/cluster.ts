import { inject } from 'vitest'
import type { DatabaseAddress } from '../database/connect.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: DatabaseAddress
  }
}

/** The PostgreSQL the suite runs on, started once before the first test. */
export const testCluster = (): DatabaseAddress => inject('cluster')
