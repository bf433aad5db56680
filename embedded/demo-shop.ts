import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importProducts } from '@souk/contracts/catalog'
import { minutes } from '@souk/kit/runtime'
import type { Dispatch, Environment } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'

const FILES = [
  { currency: 'EUR', path: fileURLToPath(new URL('../demo/catalog-eur.csv', import.meta.url)) },
  { currency: 'USD', path: fileURLToPath(new URL('../demo/catalog-usd.csv', import.meta.url)) },
]

interface Report {
  applied: number
  unchanged: number
  rejected: number
  errors: { message: string }[]
}

/** Loads the demo catalog through the import every merchant uses. Returns how many products there are. */
export async function loadDemo(dispatch: Dispatch, { clock, random }: Environment): Promise<number> {
  let products = 0
  for (const { currency, path } of FILES) {
    const reply = await dispatch(
      importProducts,
      { currency },
      {
        caller: { kind: 'staff', id: 'staff_demo', scopes: ['admin'] },
        trace: newTrace(random, false),
        deadline: clock.now() + minutes(10),
        upload: { contentType: 'text/csv', stream: createReadStream(path) },
      },
    )
    if (!reply.ok || 'rendered' in reply)
      throw new Error(`the demo catalog was refused: ${reply.ok ? '' : reply.refusal.detail}`)
    const { applied, unchanged, rejected, errors } = reply.body as Report
    if (rejected > 0)
      throw new Error(`${rejected} products of the demo catalog were refused: ${errors[0]?.message}`)
    products = applied + unchanged
  }
  return products
}
