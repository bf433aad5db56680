import scalar from '@scalar/fastify-api-reference'
import { publicCalls } from '@souk/contracts/all'
import { openApi } from '@souk/kit/http'
import type { FastifyInstance } from 'fastify'
import { DOCS_POLICY } from './security-headers.ts'

export const API_INFO = {
  title: 'Souk',
  version: '1',
  description:
    'The public surface of a Souk shop. Shoppers use `/store/v1`, staff `/admin/v1` with a token from `POST /admin/v1/auth/login`, operators `/ops`. Money is integer minor units; errors are RFC 9457 problems with a stable `code`; every POST that creates takes an `Idempotency-Key`.',
}

/** `/openapi.json`, and `/docs` to read it and try every call. */
export function serveDocs(app: FastifyInstance): void {
  const document = Buffer.from(JSON.stringify(openApi(publicCalls, API_INFO)))
  app.get('/openapi.json', (_request, response) =>
    response.header('content-type', 'application/json; charset=utf-8').send(document),
  )
  app.register(async (scope) => {
    scope.addHook('onSend', (_request, response, _payload, done) => {
      response.header('content-security-policy', DOCS_POLICY)
      done()
    })
    await scope.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        url: '/openapi.json',
        pageTitle: 'Souk API',
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: 'never',
        hideClientButton: true,
        agent: { disabled: true },
        mcp: { disabled: true },
        persistAuth: true,
        authentication: { preferredSecurityScheme: 'token' },
      },
    })
  })
}
