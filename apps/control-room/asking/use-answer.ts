import { useCallback, useSyncExternalStore } from 'react'
import type { Heard } from './poller.ts'
import { useShop } from './shop.ts'

/** The newest answer to a question that is asked again and again while it is shown. */
export function useAnswer<Answer>(path: string, everyMs: number): Heard<Answer> {
  const { poller } = useShop()
  const watch = useCallback(
    (changed: () => void) => poller.watch(path, { everyMs, changed }),
    [poller, path, everyMs],
  )
  return useSyncExternalStore(watch, () => poller.heard(path)) as Heard<Answer>
}
