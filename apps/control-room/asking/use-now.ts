import { useEffect, useState } from 'react'
import { useShop } from './shop.ts'

/** The time, as often as it matters to what is shown. */
export function useNow(everyMs = 1_000): number {
  const { now } = useShop()
  const [shown, show] = useState(now)
  useEffect(() => {
    const ticking = setInterval(() => show(now()), everyMs)
    return () => clearInterval(ticking)
  }, [now, everyMs])
  return shown
}
