import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Caller } from '../service/index.ts'
import { guest } from '../testing/index.ts'
import { testKeys } from './fixtures/open-apart.ts'
import { signer, verifier } from './identity.ts'
import { deriveKeys } from './process-keys.ts'

const NOW = Date.UTC(2026, 0, 5)
const keysOf = testKeys('orders')
const deed = { method: 'POST', path: '/orders/1?a=b' }
const by = (name: string, caller: Caller = { kind: 'service', name }) =>
  signer(keysOf(name))({ ...deed, audience: 'orders', caller }, NOW)
const verify = verifier(keysOf('orders'))
const [issuer = '', claims = '', signature = ''] = by('asker').split('.')
const forged = Buffer.from(
  JSON.stringify({ audience: 'orders', issued: NOW, expires: NOW + 1, caller: guest }),
)

it('names a service as itself, and whoever the gateway has established', () => {
  expect(verify(by('asker'), deed, NOW)).toEqual({ kind: 'service', name: 'asker' })
  expect(verify(by('gateway'), deed, NOW)).toEqual({ kind: 'service', name: 'gateway' })
  const staff: Caller = { kind: 'staff', id: 'staff_1', scopes: ['admin'] }
  for (const caller of [guest, staff]) expect(verify(by('gateway', caller), deed, NOW)).toEqual(caller)
})

it('lets no service speak for a shopper, and nobody as another service', () => {
  expect(verify(by('asker', guest), deed, NOW)).toBeUndefined()
  expect(() => by('asker', { kind: 'service', name: 'gateway' })).toThrow('cannot speak as')
  const dishonest = signer({ ...keysOf('gateway'), name: 'gateway' })
  expect(() =>
    dishonest({ ...deed, audience: 'orders', caller: { kind: 'service', name: 'asker' } }, NOW),
  ).toThrow('cannot speak as')
  const asGateway = signer({ name: 'gateway', issues: keysOf('asker').issues })
  expect(verify(asGateway({ ...deed, audience: 'orders', caller: guest }, NOW), deed, NOW)).toBeUndefined()
})

it.each([
  ['nothing', undefined],
  ['a list', ['a', 'b']],
  ['a word', 'trust-me'],
  ['no signature', `${issuer}.${claims}`],
  ['an empty signature', `${issuer}.${claims}.`],
  ['a signature cut short', `${issuer}.${claims}.${signature.slice(0, 20)}`],
  [
    'another signature',
    `${issuer}.${claims}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
  ],
  ['other claims', `${issuer}.${forged.toString('base64url')}.${signature}`],
  ['another issuer', `gateway.${claims}.${signature}`],
  ['an issuer nobody knows', `stranger.${claims}.${signature}`],
  ['an issuer every object has', `constructor.${claims}.${signature}`],
  ['something endless', 'a.'.repeat(100_000)],
])('takes no identity that is %s', (_what, given) => {
  expect(verify(given, deed, NOW)).toBeUndefined()
})

it('is good for one method and one path with its query', () => {
  const given = by('asker')
  expect(verify(given, { ...deed, method: 'DELETE' }, NOW)).toBeUndefined()
  expect(verify(given, { ...deed, path: '/orders/2?a=b' }, NOW)).toBeUndefined()
  expect(verify(given, { ...deed, path: '/orders/1' }, NOW)).toBeUndefined()
})

it('lasts a minute, and forgives clocks a few seconds', () => {
  const given = by('asker')
  for (const at of [NOW - 5_000, NOW + 64_999]) expect(verify(given, deed, at)).toBeDefined()
  for (const at of [NOW - 5_001, NOW + 65_000]) expect(verify(given, deed, at)).toBeUndefined()
})

it('is not taken by another service, even one that was given the same key', () => {
  const carts = verifier({ name: 'carts', verifies: keysOf('orders').verifies })
  expect(carts(by('asker'), deed, NOW)).toBeUndefined()
})

it('cannot be made to last longer by who signs it', () => {
  const signed = (more: object) => {
    const body = { audience: 'orders', issued: NOW, expires: NOW + 60_000, ...more }
    const said = `asker.${Buffer.from(JSON.stringify(body)).toString('base64url')}`
    const key = Buffer.from(keysOf('asker').issues.orders ?? '', 'base64url')
    const mac = createHmac('sha256', key).update(`${said}\n${deed.method} ${deed.path}`)
    return `${said}.${mac.digest('base64url')}`
  }
  expect(verify(signed({}), deed, NOW)).toBeDefined()
  expect(verify(signed({ expires: NOW + 60_001 }), deed, NOW)).toBeUndefined()
  for (const odd of [
    { expires: null },
    { issued: 'now' },
    { caller: null },
    { caller: { kind: 'service', name: 'x' } },
  ])
    expect(verify(signed(odd), deed, NOW)).toBeUndefined()
})

it('is for one service: the pair has a key of its own', () => {
  const parties = [
    { name: 'gateway', asks: ['orders', 'carts'], speaksForOthers: true },
    { name: 'orders', asks: ['carts'] },
    { name: 'carts', asks: [] },
  ]
  const keys = deriveKeys(Buffer.alloc(32, 1), parties)
  const [gateway, orders, carts] = ['gateway', 'orders', 'carts'].map((name) => keys.get(name))
  if (!gateway || !orders || !carts) throw new Error('a party has no keys')
  const toCarts = signer(gateway)({ ...deed, audience: 'carts', caller: guest }, NOW)
  expect(verifier(carts)(toCarts, deed, NOW)).toEqual(guest)
  expect(verifier(orders)(toCarts, deed, NOW)).toBeUndefined()
  expect(() => signer(orders)({ ...deed, audience: 'gateway', caller: guest }, NOW)).toThrow('no key')
  const all = [gateway, orders, carts].flatMap(({ issues }) => Object.values(issues))
  expect(new Set(all).size).toBe(3)
  expect(Object.keys(carts.issues)).toEqual([])
  expect(Object.keys(orders.verifies)).toEqual(['gateway'])
})

it('needs a master that cannot be guessed', () => {
  expect(() => deriveKeys(Buffer.alloc(31), [])).toThrow('32')
})
