import { posting, signIn } from './staff.ts'

/** A product on sale with so many units; returns its SKU. */
export async function offer(url: string, units: number): Promise<string> {
  const sku = `FLASH-${process.pid}`
  const post = await posting(url)
  const product = await post<{ id: string }>('/admin/v1/products', {
    title: `Flash sale ${process.pid}`,
    slug: sku.toLowerCase(),
  })
  const prices = [{ amount: 1_990, currency: 'EUR' }]
  await post(`/admin/v1/products/${product.id}/variants`, { sku, title: 'One', prices, quantity: units })
  await post(`/admin/v1/products/${product.id}/publish`, {})
  return sku
}

export interface Truth {
  /** Units promised beyond those there were. */
  readonly oversold: number
  /** Orders whose money the provider has, by its own book. */
  readonly charged: ReadonlySet<string>
}

/** What the stock and the provider's own ledger say, whatever the shop answered. */
export async function truthOf(url: string, { sku, units }: { sku: string; units: number }): Promise<Truth> {
  const headers = { authorization: `Bearer ${await signIn(url)}` }
  const shown = await fetch(`${url}/admin/v1/inventory/${sku}`, { headers })
  const { onHand, reserved } = (await shown.json()) as { onHand: number; reserved: number }
  const gone = units - onHand
  return { oversold: Math.max(0, gone + reserved - units), charged: await chargedOrders(url) }
}

interface Entry {
  kind: 'authorization' | 'capture' | 'void' | 'refund'
  amount: number
  status: string
  orderId: string
}

async function chargedOrders(url: string): Promise<Set<string>> {
  const held = new Map<string, number>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await fetch(`${url}/ops/sandbox/ledger?limit=100${cursor && `&cursor=${cursor}`}`)
    const { items, nextCursor } = (await page.json()) as { items: Entry[]; nextCursor: string | null }
    for (const { kind, amount, status, orderId } of items) {
      if (status !== 'succeeded' || kind === 'capture') continue
      const sign = kind === 'authorization' ? 1 : -1
      held.set(orderId, (held.get(orderId) ?? 0) + sign * amount)
    }
    cursor = nextCursor
  }
  return new Set([...held].filter(([, amount]) => amount > 0).map(([orderId]) => orderId))
}
