import { listCategories } from '@souk/contracts/catalog'
import { type Call, refuse, rendered } from '@souk/kit/contract'
import { guest } from '@souk/kit/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answered, Asking } from './asking.ts'
import { askedGateway } from './graphql/fixtures/asked-gateway.ts'
import { recall } from './recall.ts'

const QUERY = '{ categories { slug } }'
const named = (slug: string) =>
  Buffer.from(JSON.stringify({ items: [{ id: 'cat_1', slug, name: 'Any', children: [] }], nextCursor: null }))

let said: () => ReturnType<Parameters<typeof askedGateway>[0]>
const page = (slug: string) => () => ({
  ok: true as const,
  status: 200,
  rendered: rendered(named(slug), '"1"'),
})
let gateway: Awaited<ReturnType<typeof askedGateway>>
beforeAll(async () => {
  gateway = await askedGateway(() => said())
})
afterAll(() => gateway.close())
beforeEach(() => void gateway.calls.splice(0))

const ask = async () => (await gateway.post({ query: QUERY })).body

describe('an answer made of pages', () => {
  it('is asked for each time, and says what its page says now', async () => {
    said = page('tea')
    for (let time = 0; time < 4; time++)
      expect(await ask()).toEqual({ data: { categories: [{ slug: 'tea' }] } })
    expect(gateway.calls).toHaveLength(4)
    said = page('coffee')
    for (let time = 0; time < 2; time++)
      expect(await ask()).toEqual({ data: { categories: [{ slug: 'coffee' }] } })
    expect(gateway.calls).toHaveLength(6)
  })

  it('is not shown to whom its page is refused', async () => {
    said = page('tea')
    await ask()
    said = () => ({ ok: false, refusal: refuse('forbidden') })
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'forbidden' } }] })
  })
})

/** What asks a service that answers so. */
const asking = (answered: Answered): Asking => ({
  caller: guest,
  read: async () => answered,
  change: () => Promise.reject(new Error('nothing changes here')),
})
const pageOf = (text: string): Answered => ({ ok: true, body: {}, page: Buffer.from(text) })
const readOf = (text: string) => ({ contract: listCategories as Call, input: {}, page: Buffer.from(text) })

describe('what is recalled', () => {
  it('is what was sent, byte for byte the same, while its page is', async () => {
    const answers = recall(10_000)
    const sent = Buffer.from('sent')
    answers.keep('a', { reads: [readOf('one')], sent })
    expect(await answers.ask('a', asking(pageOf('one')))).toBe(sent)
    expect(await answers.ask('a', asking(pageOf('two')))).toBeUndefined()
    expect(await answers.ask('a', asking({ ok: true, body: {} }))).toBeUndefined()
    expect(await answers.ask('b', asking(pageOf('one')))).toBeUndefined()
  })

  it('is as much as it may weigh: what was not asked for the longest goes', async () => {
    const answers = recall(3_000)
    const keep = (key: string) => answers.keep(key, { reads: [readOf('one')], sent: Buffer.alloc(400) })
    const isKnown = async (key: string) => (await answers.ask(key, asking(pageOf('one')))) !== undefined
    for (const key of ['a', 'b', 'c']) keep(key)
    expect(await isKnown('a')).toBe(true)
    keep('d')
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(isKnown))).toEqual([true, false, true, true])
    keep('d')
    expect(await Promise.all(['a', 'c', 'd'].map(isKnown))).toEqual([true, true, true])
  })
})
