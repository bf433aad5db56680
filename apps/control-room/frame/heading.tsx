import { useEffect, useRef } from 'react'
import type { Place } from '../places/place.ts'

/** What page this is. Whoever comes from another one is taken to it, as a browser does with pages of its own. */
export function Heading({ place: { page, id }, title }: { place: Place; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(`${page}/${id}`)
  useEffect(() => {
    document.title = `${title} · Souk control room`
    const here = `${page}/${id}`
    if (shown.current === here) return
    shown.current = here
    heading.current?.focus()
    scrollTo(0, 0)
  }, [page, id, title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  )
}
