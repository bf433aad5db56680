import { recommendForProduct } from '@souk/contracts/recommendations'
import { refuse } from '@souk/kit/contract'
import { type Dispatch, Unavailable } from '@souk/kit/service'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestGateway } from './open-test-gateway.ts'

const PRODUCT = 'prod_01h455vb4pex5vsknk00000001'
const item = { items: ['something'], nextCursor: null }
let play: Dispatch
let patience: number
let url: string
let close: () => Promise<unknown>

beforeAll(async () => {
  const gateway = await openTestGateway((contract, input, context) => {
    patience = context.deadline
    return play(contract, input, context)
  })
  url = gateway.url
  close = () => gateway.app.close()
})
afterAll(() => close())

const get = async (path: string) => {
  const answer = await fetch(url + path)
  return { status: answer.status, body: await answer.json() }
}
const page = `/store/v1/products/${PRODUCT}/recommendations`

describe('a call that declares a fallback', () => {
  it.each<[string, Dispatch]>([
    ['is away', () => Promise.reject(new Unavailable('nobody answers'))],
    ['is overloaded', () => ({ ok: false, refusal: refuse('unavailable') })],
    [
      'is broken',
      () => {
        throw new Error('a bug')
      },
    ],
  ])('is answered with it where its service %s', async (_how, dispatch) => {
    play = dispatch
    expect(await get(page)).toEqual({ status: 200, body: recommendForProduct.fallback })
    expect((await get('/store/v1/categories')).status).toBeGreaterThanOrEqual(500)
  })

  it('is answered by its service otherwise, refusals too, and is waited for less long than others', async () => {
    play = () => ({ ok: true, status: 200, body: item })
    expect(await get(page)).toEqual({ status: 200, body: item })
    const short = patience
    await get('/store/v1/categories')
    expect(patience - short).toBeGreaterThan(10_000)
    play = () => ({ ok: false, refusal: refuse('not_found') })
    expect((await get(page)).status).toBe(404)
  })
})
