import { z } from 'zod'
import type { ProcessKeys } from '../http/process-keys.ts'

const Keys = z.object({
  name: z.string(),
  issues: z.record(z.string(), z.string()),
  verifies: z.record(z.string(), z.object({ key: z.string(), speaksForOthers: z.boolean() })),
})

/** Reads the keys of one process. Throws a sentence that quotes none of them. */
export function keysFrom(given: string): ProcessKeys {
  try {
    return Keys.parse(JSON.parse(given))
  } catch {
    throw new Error('must be the JSON the fleet’s launcher derives for this process')
  }
}
