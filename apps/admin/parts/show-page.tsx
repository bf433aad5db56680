import type { ReactNode } from 'react'
import { ShowBase, useShowContext } from 'react-admin'
import { Trouble } from './trouble.tsx'

/** Loads the record of the address, to be looked at. */
export function ShowPage({ children }: { readonly children: ReactNode }) {
  return (
    <ShowBase error={<NotThere />} loading={<p className="loading">Loading…</p>}>
      {children}
    </ShowBase>
  )
}

function NotThere() {
  const { error, refetch } = useShowContext()
  return <Trouble error={error} onRetry={() => refetch()} />
}
