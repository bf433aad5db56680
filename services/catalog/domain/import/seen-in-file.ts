import { hash } from 'node:crypto'
import { limits } from './limits.ts'

/** What a file has named so far. Remembered as digests: some 100 bytes each, and no row's text kept alive. */
export interface SeenInFile {
  hasSku(sku: string): boolean
  addSku(sku: string): void
  skus(): number
  /** How an earlier product of this handle ended, if there was one. */
  handle(handle: string): 'read' | 'refused' | undefined
  addHandle(handle: string, end: 'read' | 'refused'): void
  handles(): number
}

export function seenInFile(): SeenInFile {
  const skus = new Set<string>()
  const handles = new Map<string, 'read' | 'refused'>()
  return {
    hasSku: (sku) => skus.has(digest(sku)),
    addSku: (sku) => skus.add(digest(sku)),
    skus: () => skus.size,
    handle: (handle) => handles.get(digest(handle)),
    addHandle: (handle, end) => handles.set(digest(handle), end),
    handles: () => handles.size,
  }
}

/** 128 bits: two of a million handles meet with a chance of one in 10^26. */
function digest(text: string): string {
  return hash('sha256', text, 'base64').slice(0, 22)
}

/** Why reading stops early: memory grows with the names in a file, work with its unreadable rows. */
export function whyStop(seen: SeenInFile, unreadable: number): { code: string; message: string } | undefined {
  const { productsInFile, variantsInFile } = limits
  if (seen.handles() >= productsInFile || seen.skus() >= variantsInFile) {
    const message = `a file has at most ${productsInFile} products and ${variantsInFile} variants; the product of this line and the rest are unread`
    return { code: 'too_many_products', message }
  }
  if (unreadable < limits.unreadable) return undefined
  const message = `${unreadable} rows cannot be read: this is hardly CSV; the rest is unread`
  return { code: 'too_many_unreadable_rows', message }
}
