import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { leavePolicyTo } from '../security-headers.ts'

/** An app that runs in the browser alone: its page, and files named by what is in them. */
export interface BuiltApp {
  /** Where it is, such as `/admin/`. */
  readonly at: string
  readonly folder: string
}

/** Scripts and styles of our own alone; pictures of products may lie elsewhere, and those to be uploaded are blobs. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Serves the files there are when it is called, each at an address of its own: nothing else can be asked for. */
export function serveFiles(app: FastifyInstance, { at, folder }: BuiltApp): void {
  app.register(async (scope) => {
    leavePolicyTo(scope)
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: at,
      wildcard: false,
      decorateReply: false,
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders(response, path) {
        const isPage = path.endsWith('.html')
        response.header('cache-control', isPage ? 'no-store' : 'public, max-age=31536000, immutable')
        response.header('content-security-policy', POLICY)
      },
    })
    if (at !== '/') scope.get(at.slice(0, -1), (_request, response) => response.redirect(at))
  })
}
