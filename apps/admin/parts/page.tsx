import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** Where one came from: its name and its address. */
  readonly back?: { readonly title: string; readonly href: string }
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page with its heading, what can be done there, and its name in the browser’s tab. */
export function Page({ title, back, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Souk`
  }, [title])
  return (
    <>
      <header className="page-head">
        <div>
          {back && (
            <a className="back" href={back.href}>
              ← {back.title}
            </a>
          )}
          <h1>{title}</h1>
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </>
  )
}
