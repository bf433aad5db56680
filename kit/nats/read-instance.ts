import type { Instance } from '../discovery/registry.ts'
import { keyOf } from './roster.ts'

const FIELDS = ['id', 'service', 'address', 'version'] as const

/** What an entry tells; nothing where it is no instance, or not the one its key says: only keys are guarded. */
export function readInstance(key: string, written: string): Instance | undefined {
  try {
    const told = JSON.parse(written)
    for (const field of FIELDS) if (typeof told?.[field] !== 'string') return undefined
    const { id, service, address, version }: Instance = told
    return keyOf({ id, service }) === key ? { id, service, address, version } : undefined
  } catch {
    return undefined
  }
}
