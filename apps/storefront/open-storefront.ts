import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Visitor, visitorContext as VisitorContext } from './app/server/visitor.ts'

export type { Visitor } from './app/server/visitor.ts'

export interface Storefront {
  /** Answers a request of a browser with a page, a redirect or data for one. */
  readonly render: (request: Request, visitor: Visitor) => Promise<Response>
  /** The folder of its scripts, styles and pictures, named by what is in them. */
  readonly files: string
}

const BUILD = new URL('./build/', import.meta.url)

/** The shop's pages as they were built; `undefined` where they were not. */
export async function openStorefront(): Promise<Storefront | undefined> {
  const server = new URL('server/index.js', BUILD)
  if (!existsSync(server)) return undefined
  const build = (await import(server.href)) as ServerBuild
  const { visitorContext } = build.entry.module as unknown as { visitorContext: typeof VisitorContext }
  const handle = createRequestHandler(build, 'production')
  return {
    files: fileURLToPath(new URL('client/', BUILD)),
    render(request, visitor) {
      const context = new RouterContextProvider()
      context.set(visitorContext, visitor)
      return handle(request, context)
    },
  }
}
