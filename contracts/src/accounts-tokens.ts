import { call } from '@souk/kit/contract'
import { z } from 'zod'
import { SessionId } from './accounts-values.ts'

export const listSigningKeys = call('accounts.list-signing-keys', 'GET /.well-known/jwks.json', {
  summary: 'The public keys of access tokens (RFC 7517).',
  access: 'anyone',
  answers: {
    200: z.strictObject({
      keys: z.array(
        z.strictObject({
          kty: z.literal('EC'),
          crv: z.literal('P-256'),
          x: z.string(),
          y: z.string(),
          kid: z.string(),
          alg: z.literal('ES256'),
          use: z.literal('sig'),
        }),
      ),
    }),
  },
})

export const showSession = call('accounts.show-session', 'GET /internal/accounts/sessions/{id}', {
  summary: 'Whether the session of an access token (`sid`) still stands: signing out and erasure end it.',
  access: 'internal',
  params: z.strictObject({ id: SessionId }),
  answers: {
    200: z.strictObject({
      isActive: z.boolean(),
      /** Of a staff member, as they are now: the token’s may be ten minutes old. */
      scopes: z.array(z.string()).optional(),
    }),
  },
})
