import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Documents by the SHA-256 of their text, in hexadecimal. */
export type Documents = ReadonlyMap<string, string>

/**
 * Reads the documents a shop's own apps send: a JSON object from SHA-256 to text, as the tools of clients write it. A
 * text that is not what its hash says is a mistake that must not be answered under a wrong name.
 */
export function readDocuments(file: string): Documents {
  if (file === '') return new Map()
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null) throw new Error(`${file}: is no object of documents`)
  return new Map(
    Object.entries(read).map(([hash, text]) => {
      const found = typeof text === 'string' ? sha256(text) : undefined
      if (found !== hash.toLowerCase()) throw new Error(`${file}: ${hash} is not the SHA-256 of its document`)
      return [found, text as string]
    }),
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
