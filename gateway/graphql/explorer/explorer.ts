import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The page's own scripts, asking this origin; GraphiQL draws with styles of its own making. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const JAVASCRIPT = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'

const ownFile = (path: string): URL => new URL(path, import.meta.url)

/** Throws where they are not installed. */
function assets() {
  const react = import.meta.resolve('react/package.json')
  const reactDom = import.meta.resolve('react-dom/package.json')
  const graphiql = import.meta.resolve('graphiql/package.json')
  return [
    { name: 'react.js', type: JAVASCRIPT, file: new URL('umd/react.production.min.js', react) },
    { name: 'react-dom.js', type: JAVASCRIPT, file: new URL('umd/react-dom.production.min.js', reactDom) },
    { name: 'graphiql.js', type: JAVASCRIPT, file: new URL('graphiql.min.js', graphiql) },
    { name: 'graphiql.css', type: CSS, file: new URL('graphiql.min.css', graphiql) },
    { name: 'page.js', type: JAVASCRIPT, file: ownFile('page.js') },
    { name: 'page.css', type: CSS, file: ownFile('page.css') },
  ]
}

/** Answers with the page. */
export type ShowPage = (response: FastifyReply) => FastifyReply

/**
 * GraphiQL, whole from this origin: what it needs is served below `/graphql/page/`. Nothing is shown where GraphiQL is
 * not installed, as in images, which are made without what only developers need.
 */
export function serveExplorer(app: FastifyInstance): ShowPage | undefined {
  const served = assetsIfInstalled()
  if (!served) return undefined
  for (const { name, type, file } of served)
    app.get(`/graphql/page/${name}`, (_request, response) =>
      response.header('content-type', type).send(readFileSync(fileURLToPath(file))),
    )
  const page = readFileSync(fileURLToPath(ownFile('page.html')))
  return (response) =>
    response
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store')
      .header('content-type', 'text/html; charset=utf-8')
      .send(page)
}

/** A browser that goes there, and no program that asks. */
export const wantsPage = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers.accept?.includes('text/html') === true

function assetsIfInstalled(): ReturnType<typeof assets> | undefined {
  try {
    return assets()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw fault
  }
}
