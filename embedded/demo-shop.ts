import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importProducts } from '@souk/contracts/catalog'
import type { Reply } from '@souk/kit/contract'
import { minutes } from '@souk/kit/runtime'
import type { Dispatch, Environment } from '@souk/kit/service'
import { newTrace } from '@souk/kit/telemetry'
import { type Ask, defineAttributes, makeCollections } from './demo-collections.ts'

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

/** Loads the demo catalog through the doors every merchant uses. Returns how many products there are. */
export async function loadDemo(dispatch: Dispatch, { clock, random }: Environment): Promise<number> {
  const context = () => ({
    caller: { kind: 'staff' as const, id: 'staff_demo', scopes: ['admin'] },
    trace: newTrace(random, false),
    deadline: clock.now() + minutes(10),
  })
  const ask: Ask = async (contract, input) => dispatch(contract, input, context())
  await defineAttributes(ask)
  let products = 0
  for (const { currency, path } of FILES) {
    const upload = { contentType: 'text/csv', stream: createReadStream(path) }
    products = readReport(await dispatch(importProducts, { currency }, { ...context(), upload }))
  }
  await makeCollections(ask)
  return products
}

function readReport(reply: Reply): number {
  if (!reply.ok || 'rendered' in reply)
    throw new Error(`the demo catalog was refused: ${reply.ok ? '' : reply.refusal.detail}`)
  const { applied, unchanged, rejected, errors } = reply.body as Report
  if (rejected > 0)
    throw new Error(`${rejected} products of the demo catalog were refused: ${errors[0]?.message}`)
  return applied + unchanged
}
