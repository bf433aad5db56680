import { type ReactNode, useEffect, useRef } from 'react'

/** What was chosen on the map or in a table, brought to where it can be seen. */
export function Chosen({ children }: { children: ReactNode }) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.querySelector('h2')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={panel} className="panel chosen" aria-label="What was chosen">
      {children}
    </section>
  )
}
