import { listSigningKeys, showSession } from '@souk/contracts/accounts'
import { handClock, minutes, seconds } from '@souk/kit/runtime'
import { type Ask, Unavailable } from '@souk/kit/service'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, expect, it } from 'vitest'
import { authenticator } from './authenticate.ts'

const { privateKey, publicKey } = await generateKeyPair('ES256')
const KEY = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
const REFUSED = { code: 'unauthenticated' }

const accounts: { isThere: boolean; isActive: boolean; scopes?: string[] } = { isThere: true, isActive: true }
const answers = {
  [listSigningKeys.name]: () => ({ keys: [KEY] }),
  [showSession.name]: () => ({ isActive: accounts.isActive, scopes: accounts.scopes }),
}
const ask = (async ({ name }: { name: string }) => {
  if (!accounts.isThere) throw new Unavailable('accounts is nowhere to be found')
  return { ok: true, status: 200, body: answers[name]?.() }
}) as unknown as Ask

let clock: ReturnType<typeof handClock>
let come: (session: string) => Promise<unknown>

beforeEach(() => {
  Object.assign(accounts, { isThere: true, isActive: true, scopes: undefined })
  clock = handClock()
  const authenticate = authenticator({ ask, clock })
  const tokens = new Map<string, string>()
  come = async (session) => {
    const token = tokens.get(session) ?? (await tokenOf(session))
    tokens.set(session, token)
    return await authenticate(`Bearer ${token}`, '127.0.0.1')
  }
})

const tokenOf = (sid: string) =>
  new SignJWT(sid === 'sam' ? { sid, kind: 'staff', scopes: ['admin'] } : { sid, kind: 'customer' })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer('souk')
    .setAudience('souk')
    .setSubject('cus_ada')
    .setExpirationTime(new Date(clock.now() + minutes(10)))
    .sign(privateKey)

it('lets in who is signed in, and asks again about a session after five seconds', async () => {
  expect(await come('ada')).toMatchObject({ kind: 'customer', id: 'cus_ada' })
  accounts.isActive = false
  expect(await come('ada')).toMatchObject({ id: 'cus_ada' })
  clock.forward(seconds(6))
  expect(await come('ada')).toMatchObject(REFUSED)
})

it('goes on with who was signed in while accounts is away, until the token ends', async () => {
  await come('ada')
  accounts.isThere = false
  clock.forward(minutes(9))
  expect(await come('ada')).toMatchObject({ id: 'cus_ada' })
  accounts.isThere = true
  accounts.isActive = false
  clock.forward(seconds(6))
  expect(await come('ada')).toMatchObject(REFUSED)
})

it('does not let in by a token that has ended, nor by one never seen, while accounts is away', async () => {
  await come('ada')
  accounts.isThere = false
  await expect(come('bob')).rejects.toThrow(Unavailable)
  clock.forward(minutes(10))
  await expect(come('ada')).rejects.toThrow(Unavailable)
})

it('keeps out who was signed out, also when accounts goes away afterwards', async () => {
  await come('ada')
  accounts.isActive = false
  clock.forward(seconds(6))
  await come('ada')
  accounts.isThere = false
  await expect(come('ada')).rejects.toThrow(Unavailable)
})

it('goes by what staff may do now, and not by what their token says', async () => {
  accounts.scopes = ['orders:read']
  expect(await come('sam')).toMatchObject({ kind: 'staff', scopes: ['orders:read'] })
  accounts.scopes = []
  clock.forward(seconds(6))
  expect(await come('sam')).toMatchObject({ kind: 'staff', scopes: [] })
})
