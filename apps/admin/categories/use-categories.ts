import type { StaffCategory } from '@souk/contracts/catalog'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.ts'
import type { Page } from '../data/pages.ts'

/** All categories there are. */
export function useCategories() {
  return useQuery({
    // Below the resource’s key, so that refreshing the page asks again.
    queryKey: ['categories', 'all'],
    queryFn: ({ signal }) => everyCategory(signal),
  })
}

async function everyCategory(signal: AbortSignal): Promise<StaffCategory[]> {
  const all: StaffCategory[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 100, cursor }
    const page = await ask<Page<StaffCategory>>('/admin/v1/categories', { query, signal })
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return all
}
