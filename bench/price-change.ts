import { signIn } from './staff.ts'

/** Milliseconds from a merchant's price change being answered until a shopper's product page shows it. */
export async function priceVisibleAfter(url: string, page: string): Promise<number> {
  const headers = { authorization: `Bearer ${await signIn(url)}`, 'content-type': 'application/json' }
  const shown = (await (await fetch(page)).json()) as {
    id: string
    variants: { id: string; price: { amount: number } }[]
  }
  const [variant] = shown.variants
  if (!variant) throw new Error(`${page} has no variant`)
  const amount = variant.price.amount + 100
  const changed = await fetch(`${url}/admin/v1/products/${shown.id}/variants/${variant.id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ prices: [{ amount, currency: 'EUR' }] }),
  })
  if (!changed.ok) throw new Error(`the price could not be changed: ${await changed.text()}`)
  const begun = performance.now()
  while (performance.now() - begun < 5_000) {
    const now = (await (await fetch(page)).json()) as typeof shown
    if (now.variants[0]?.price.amount === amount) return performance.now() - begun
  }
  throw new Error('the new price was not visible within five seconds')
}
