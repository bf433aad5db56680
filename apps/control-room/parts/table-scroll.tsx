import type { ReactNode } from 'react'

/** A table wider than the screen is moved sideways by itself, and the page is not. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="scroll" aria-label={label}>
      {children}
    </section>
  )
}
