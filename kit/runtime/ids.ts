import { TypeID } from 'typeid-js'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

/** Makes TypeIDs: sortable by time, made without asking anyone. */
export interface Ids {
  next(prefix: string): string
}

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. */
export function timeOrderedIds(clock: Clock, random: Random): Ids {
  return {
    next(prefix) {
      const bytes = random.bytes(16)
      const now = clock.now()
      for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff
      bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f)
      bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
      return TypeID.fromUUIDBytes(prefix, bytes).toString()
    },
  }
}
