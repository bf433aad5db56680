import type { Edit } from './sabotage.ts'

/** The text with the edit made. A text that is not there exactly once has moved on: then the sabotage has to as well. */
export function apply(text: string, { file, find, put }: Edit): string {
  const parts = text.split(find)
  if (parts.length !== 2)
    throw new Error(`${file} has ${parts.length - 1} times what is to be replaced:\n${find}`)
  return parts.join(put)
}
