/** Why the database will not start, in one sentence a person can act on. Whatever it concerns is left untouched. */
export class StartRefusal extends Error {
  override name = 'StartRefusal'
}

/** What the operating system, initdb and postgres say when a disk or a quota is full (in the C locale). */
export const saysDiskFull = (text: string) => /No space left on device|Disk quota exceeded|ENOSPC/.test(text)

export const diskFull = (folder: string) =>
  new StartRefusal(
    `The disk that holds ${folder} is full: free some space, or set SOUK_DATA to another disk.`,
  )

export const notWritable = (folder: string) =>
  new StartRefusal(
    `No permission to write in ${folder}: start as the user who owns it, or set SOUK_DATA to a folder of your own.`,
  )

/** Gives the operating system's two plain refusals (no permission, no space) their sentence; a fault passes as it is. */
export function inOneSentence(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notWritable(folder)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  return error
}
