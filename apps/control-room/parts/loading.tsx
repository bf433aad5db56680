import type { Trouble } from '../asking/ask.ts'
import { TroubleNote } from './trouble-note.tsx'

/** Until the first answer: that it is asked for, or why there is none. */
export function Loading({ trouble }: { trouble: Trouble | undefined }) {
  if (trouble) return <TroubleNote trouble={trouble} />
  return (
    <p className="aside" role="status">
      Asking the shop…
    </p>
  )
}
