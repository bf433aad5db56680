import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useGetIdentity, useLogout } from 'react-admin'
import { ChangePassword } from '../session/change-password.tsx'
import { Broken } from './broken.tsx'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { Search } from './search.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { usePlace } from './use-place.ts'

/** What is around every page: where one can go, the search, and who is signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const place = usePlace()
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    // Another page: who reads by ear starts at its beginning, as after any link.
    main.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [place])
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      <header className="top">
        <button
          type="button"
          className="quiet menu"
          aria-expanded={isOpen}
          aria-controls="rooms"
          onClick={() => setOpen(!isOpen)}
        >
          Menu
        </button>
        <a className="brand" href="#/">
          Souk <span>back office</span>
        </a>
        <Search />
        <Whoever />
      </header>
      <div id="rooms" className={isOpen ? 'side open' : 'side'}>
        <Navigation onChoose={() => setOpen(false)} />
      </div>
      <main ref={main} tabIndex={-1}>
        <Broken place={place}>
          <Suspense fallback={<p className="loading">Loading…</p>}>{children}</Suspense>
        </Broken>
      </main>
      <Notices />
      <Shortcuts />
    </div>
  )
}

function Whoever() {
  const { identity } = useGetIdentity()
  const logout = useLogout()
  return (
    <div className="whoever">
      <span className="name">{identity?.fullName}</span>
      <ChangePassword />
      <button type="button" className="quiet" onClick={() => logout()}>
        Sign out
      </button>
    </div>
  )
}
