import { useState } from 'react'
import { useNotify, useRefresh } from 'react-admin'

export interface Act {
  /** Does it, says so and shows the page afresh; tells whether it was done. */
  readonly act: (work: () => Promise<unknown>, done: string) => Promise<boolean>
  readonly isBusy: boolean
  readonly error: unknown
}

interface ActOptions {
  /** What the page shows is gone by it: there is nothing to show afresh. */
  readonly isLeaving?: boolean | undefined
}

/** For what a button does at once: one at a time, and a refusal stays to be read. */
export function useAct({ isLeaving = false }: ActOptions = {}): Act {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const notify = useNotify()
  const refresh = useRefresh()
  const act = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      notify(done, { type: 'success' })
      if (!isLeaving) refresh()
      return true
    } catch (refusal) {
      setError(refusal)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { act, isBusy, error }
}
