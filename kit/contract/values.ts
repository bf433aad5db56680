import { z } from 'zod'

const NUL = String.raw`\u0000`
const wellFormed = new RegExp(String.raw`^[^${NUL}\p{Cs}]*$`, 'u')

/** Text as given, any script; NUL and half a surrogate pair are refused, which PostgreSQL cannot keep. Length in code points. */
export const text = (max: number, min = 1) => z.string().min(min).max(max).regex(wellFormed)

/** A TypeID: prefix and UUIDv7 in Crockford base32 (github.com/jetify-com/typeid). */
export const typeId = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`))

/** RFC 3339 in UTC. */
export const timestamp = z.iso.datetime()

/** Query fields of every list. */
export const pageQuery = {
  limit: z.int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
}

/** The shape of every list; a cursor never repeats or skips. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

/** The answer of a call that has nothing to say (204). */
export const nothing = z.undefined()
