import { MigrationRefused } from '@souk/kit/database'
import { StartRefusal } from './postgres/start-postgres.ts'

/** Something a person can mend, said in one sentence. */
export class Fault extends Error {}

const KNOWN: Record<string, (fault: NodeJS.ErrnoException & { port?: number; path?: string }) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program: stop it, or choose another with PORT=… npm start.`,
  EACCES: ({ path, port }) =>
    path
      ? `No permission to write ${path}: choose another folder with SOUK_DATA=….`
      : `No permission to listen on port ${port}: choose one above 1023.`,
  EROFS: ({ path }) => `${path} cannot be written: choose another folder with SOUK_DATA=….`,
  ENOSPC: () => 'The disk is full: free some space and start again; nothing was lost.',
}

/** One clear sentence for what stopped the shop; anything unforeseen keeps its stack. */
export function toSentence(fault: unknown): string {
  if (fault instanceof StartRefusal || fault instanceof Fault) return fault.message
  if (fault instanceof MigrationRefused)
    return `This data folder cannot be used: ${fault.message}. Nothing was changed.`
  const { code } = fault as NodeJS.ErrnoException
  const known = code === undefined ? undefined : KNOWN[code]
  if (known) return known(fault as NodeJS.ErrnoException)
  if (fault instanceof Error && fault.message.includes('SOUK_')) return fault.message
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
