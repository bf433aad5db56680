import { hkdfSync } from 'node:crypto'

/** A secret of somebody’s own from one that only the program that starts everything knows (HKDF-SHA256), in base64url. */
export const derive = (master: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', master, 'souk', purpose, 32)).toString('base64url')
