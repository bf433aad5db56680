import { useCallback, useRef, useState } from 'react'
import type { Asking, Told, Trouble } from './ask.ts'
import { useShop } from './shop.ts'

export type Deed<Answer> =
  | { readonly state: 'idle' }
  | { readonly state: 'under-way'; readonly begunAt: number }
  | { readonly state: 'done'; readonly begunAt: number; readonly endedAt: number; readonly answer: Answer }
  | { readonly state: 'failed'; readonly trouble: Trouble }

/** Something done once, on somebody’s wish. What was begun later makes what was begun before forgotten. */
export function useDeed<Answer>(): [Deed<Answer>, (path: string, asking?: Asking) => Promise<Told<Answer>>] {
  const { ask, now, poller } = useShop()
  const [deed, setDeed] = useState<Deed<Answer>>({ state: 'idle' })
  const latest = useRef(0)
  const start = useCallback(
    async (path: string, asking?: Asking) => {
      const turn = ++latest.current
      const begunAt = now()
      setDeed({ state: 'under-way', begunAt })
      const told = await ask<Answer>(path, asking)
      if (turn !== latest.current) return told
      setDeed(
        told.ok
          ? { state: 'done', begunAt, endedAt: now(), answer: told.answer }
          : { state: 'failed', trouble: told.trouble },
      )
      if (asking?.method === 'POST') poller.askAllNow()
      return told
    },
    [ask, now, poller],
  )
  return [deed, start]
}
