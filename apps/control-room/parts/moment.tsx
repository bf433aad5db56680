import { useNow } from '../asking/use-now.ts'
import { ago, dayAndTime } from '../words/moments.ts'

/** How long ago; the exact time is there for whoever points at it. */
export function Ago({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={dayAndTime(at)}>
      {ago(at, now)}
    </time>
  )
}
