import type { Rendered } from '@souk/kit/contract'

/** A page as it is sent, and the products on it. */
export interface Page {
  readonly rendered: Rendered
  readonly about: readonly string[]
}

interface Kept extends Page {
  readonly size: number
  isUsed: boolean
}

export interface PageCache {
  get(key: string): Rendered | undefined
  /** Makes a missing page once, however many ask for it meanwhile; `undefined` when there is none. */
  load(key: string, make: () => Promise<Page | undefined>): Promise<Rendered | undefined>
  /** Drops the pages a product is on. */
  forget(productId: string): void
  clear(): void
}

const OVERHEAD_BYTES = 500

/**
 * Finished pages in memory, up to so many bytes; then the oldest not asked for since its last turn goes. A page
 * whose making began before something was forgotten is handed to those who already wait and not kept, as it may
 * show what was there before.
 */
export function pageCache(maxBytes: number): PageCache {
  const pages = new Map<string, Kept>()
  const keysAbout = new Map<string, Set<string>>()
  const loading = new Map<string, Promise<Rendered | undefined>>()
  let bytes = 0
  let generation = 0

  function drop(key: string, page: Kept) {
    pages.delete(key)
    bytes -= page.size
    for (const id of page.about) {
      const keys = keysAbout.get(id)
      keys?.delete(key)
      if (keys?.size === 0) keysAbout.delete(id)
    }
  }

  function keep(key: string, { rendered, about }: Page) {
    const page = { rendered, about, size: rendered.bytes.length + OVERHEAD_BYTES, isUsed: false }
    const before = pages.get(key)
    if (before) drop(key, before)
    pages.set(key, page)
    bytes += page.size
    for (const id of about) {
      const keys = keysAbout.get(id)
      if (keys) keys.add(key)
      else keysAbout.set(id, new Set([key]))
    }
    if (bytes > maxBytes) makeRoom()
  }

  function makeRoom() {
    for (const [key, page] of pages) {
      if (bytes <= maxBytes) return
      if (page.isUsed) {
        page.isUsed = false
        pages.delete(key)
        pages.set(key, page)
      } else drop(key, page)
    }
  }

  async function make(key: string, making: () => Promise<Page | undefined>) {
    const begun = generation
    const page = await making()
    if (page && generation === begun) keep(key, page)
    return page?.rendered
  }

  function outdate() {
    generation += 1
    loading.clear()
  }

  return {
    get(key) {
      const page = pages.get(key)
      if (page === undefined) return undefined
      page.isUsed = true
      return page.rendered
    },
    load(key, making) {
      const underWay = loading.get(key)
      if (underWay) return underWay
      const made = make(key, making).finally(() => {
        if (loading.get(key) === made) loading.delete(key)
      })
      loading.set(key, made)
      return made
    },
    forget(productId) {
      outdate()
      for (const key of [...(keysAbout.get(productId) ?? [])]) {
        const page = pages.get(key)
        if (page) drop(key, page)
      }
    },
    clear() {
      outdate()
      pages.clear()
      keysAbout.clear()
      bytes = 0
    },
  }
}
