import type { FastifyInstance } from 'fastify'

const POLICY = 'content-security-policy'

/** For an API that is not a page: nothing may be loaded, framed or guessed from its answers. */
const API_HEADERS = Object.entries({
  [POLICY]: "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}).flat()

/** For our own pages: their inline style and nothing from elsewhere. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The API reference brings its own script and asks this origin. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Begins every request's base headers; to be called before hooks that add to them. */
export function secureHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _response, done) => {
    request.baseHeaders = [...API_HEADERS]
    done()
  })
}

/** Within this scope answers bring their own policy, or none. */
export function leavePolicyTo(scope: FastifyInstance): void {
  scope.addHook('onRequest', (request, _response, done) => {
    request.baseHeaders.splice(request.baseHeaders.indexOf(POLICY), 2)
    done()
  })
}
