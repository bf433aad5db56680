import { useSyncExternalStore } from 'react'
import type { Course } from './poller.ts'
import { useShop } from './shop.ts'

/** How asking goes, for all that is asked just now. */
export function useCourses(): readonly Course[] {
  const { poller } = useShop()
  return useSyncExternalStore(poller.listen, poller.courses)
}
