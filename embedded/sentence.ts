import { MigrationRefused } from '@souk/kit/database'
import { StartRefusal } from './postgres/start-refusal.ts'

/** Something a person can mend, said in one sentence. */
export class Fault extends Error {}

export const diskFull = (): Fault =>
  new Fault('The disk is full: free some space and start again; nothing was lost.')

type SystemFault = NodeJS.ErrnoException & { port?: number; path?: string }

const KNOWN: Record<string, (fault: SystemFault) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program: stop it, or choose another with PORT=… npm start.`,
  EACCES: ({ path, port }) =>
    path
      ? `No permission to use ${path}: start as the user who owns it, or choose another folder with SOUK_DATA=….`
      : `No permission to listen on port ${port}: choose one above 1023.`,
  EROFS: ({ path }) => `${path} cannot be written: choose another folder with SOUK_DATA=….`,
  ENOSPC: () => diskFull().message,
  EDQUOT: () => diskFull().message,
  // PostgreSQL's disk_full, as when a database is made.
  '53100': () => diskFull().message,
}

/** One clear sentence for what stopped the shop; anything unforeseen keeps its stack. */
export function toSentence(fault: unknown): string {
  if (fault instanceof StartRefusal || fault instanceof Fault) return fault.message
  if (fault instanceof MigrationRefused)
    return `This data folder cannot be used: ${fault.message}. Nothing was changed.`
  const { code } = Object(fault)
  const known = typeof code === 'string' ? KNOWN[code] : undefined
  if (known) return known(fault as SystemFault)
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
