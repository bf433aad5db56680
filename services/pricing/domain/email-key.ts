import { createHash } from 'node:crypto'

/** Tells guests apart without knowing who they are: a digest of the address, however it is written. */
export const emailKeyOf = (email: string | undefined): string | null =>
  email === undefined ? null : createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
