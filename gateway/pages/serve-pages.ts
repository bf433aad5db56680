import type { FastifyInstance } from 'fastify'
import { recall } from '../recall.ts'
import { type BuiltApp, serveFiles } from './serve-files.ts'
import { type Render, type StorefrontParts, serveStorefront } from './serve-storefront.ts'

/** What people see, as it was built. */
export interface Pages {
  readonly storefront: { readonly render: Render; readonly files: string } | undefined
  readonly apps: readonly BuiltApp[]
}

type PagesParts = Omit<StorefrontParts, 'render' | 'recall' | 'mark'> & { readonly pages: Pages }

const RECALLED_BYTES = 32 * 2 ** 20

/** Serves the apps on the address of the API, so that their sessions need no other origin's leave. */
export function servePages(app: FastifyInstance, { pages, ...parts }: PagesParts): void {
  for (const one of pages.apps) serveFiles(app, one)
  if (!pages.storefront) return
  serveFiles(app, { at: '/', folder: pages.storefront.files })
  serveStorefront(app, {
    ...parts,
    render: pages.storefront.render,
    recall: recall(RECALLED_BYTES),
    mark: parts.newId('mark'),
  })
}
