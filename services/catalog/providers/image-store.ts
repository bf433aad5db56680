/** Where the files of uploaded images are. What is at a key never changes, so putting it again does no harm. */
export interface ImageStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  get(key: string): Promise<Buffer | undefined>
  has(key: string): Promise<boolean>
  /** What is not there is removed already. */
  remove(key: string): Promise<void>
}

const KEY = /^[\w-]+\.[a-z]+$/

/** Throws where a key could lead anywhere but to a file beside the others. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`${JSON.stringify(key)} is no key of an image`)
  return key
}
