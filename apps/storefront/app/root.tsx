import './app.css'
import { listCategories } from '@souk/contracts/catalog'
import {
  isRouteErrorResponse,
  Links,
  type LinksFunction,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router'
import type { Route } from './+types/root'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { Trouble } from './parts/trouble.tsx'
import { visitorContext } from './server/visitor.ts'

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 14V7a6 6 0 0 1 12 0v7z' fill='%23a8481f'/%3E%3C/svg%3E"

export const links: LinksFunction = () => [{ rel: 'icon', href: ICON }]

/** The ways through the shop; without the catalog there are none, and the rest of the page is there all the same. */
export async function loader({ context }: Route.LoaderArgs) {
  const { ask, nonce } = context.get(visitorContext)
  const asked = await ask(listCategories, {}).catch(() => undefined)
  const categories = asked?.ok ? asked.body.items.map(({ slug, name }) => ({ slug, name })) : []
  return { categories, nonce }
}

export const shouldRevalidate = () => false

export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf7f0" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1d1917" />
        <Meta />
        <Links />
      </head>
      <body className="min-h-dvh flex flex-col">
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:p-3 focus:bg-card">
          Skip to content
        </a>
        <Header categories={data?.categories ?? []} />
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-8 outline-none">
          {children}
        </main>
        <Footer />
        <ScrollRestoration nonce={data?.nonce} />
        <Scripts nonce={data?.nonce} />
      </body>
    </html>
  )
}

export default function Shop() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <Trouble status={isRouteErrorResponse(error) ? error.status : 500} />
}
