import { complete, fillCart, type Shelf } from './buying.ts'
import { load, type Measured } from './load.ts'

const FILLING = 16

interface Crowd {
  readonly clients: number
  readonly count: number
}

/** So many carts that lack nothing. */
export async function fillCarts(url: string, shelf: Shelf, count: number): Promise<string[]> {
  const carts: string[] = []
  await load(url, {
    clients: FILLING,
    count,
    work: async (ask, index) => {
      carts.push(await fillCart(ask, shelf, index))
      return true
    },
  })
  return carts
}

/** Carts are filled beforehand; only the last request is timed. */
export async function completing(url: string, shelf: Shelf, { clients, count }: Crowd): Promise<Measured> {
  const carts = await fillCarts(url, shelf, count)
  return await load(url, { clients, count, work: (ask, index) => complete(ask, carts[index] as string) })
}
