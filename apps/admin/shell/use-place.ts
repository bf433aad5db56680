import { useSyncExternalStore } from 'react'

function watch(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  addEventListener('popstate', changed)
  return () => {
    removeEventListener('hashchange', changed)
    removeEventListener('popstate', changed)
  }
}

/** The page the address leads to, without what narrows a list: `/orders`, `/products/prod_…`. */
export const usePlace = (): string =>
  useSyncExternalStore(watch, () => location.hash.replace(/^#/, '').split('?')[0] || '/')
