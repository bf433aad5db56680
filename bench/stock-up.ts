import { signIn } from './staff.ts'

interface Listed {
  items: { slug: string; variants: { sku: string }[] }[]
  nextCursor: string | null
}

const PAGES = 3

/** Fills some hundred shelves, so that no load runs out or crowds before one. Returns their SKUs and a product page. */
export async function stockUp(url: string): Promise<{ skus: string[]; page: string; list: string }> {
  const list = `${url}/store/v1/products?limit=20`
  const items: Listed['items'] = []
  for (let cursor = '', page = 0; page < PAGES; page++) {
    const listed = await listing(`${url}/store/v1/products?limit=100${cursor && `&cursor=${cursor}`}`)
    items.push(...listed.items)
    cursor = listed.nextCursor ?? ''
  }
  const skus = items.flatMap(({ variants }) => variants.slice(0, 2).map(({ sku }) => sku))
  const token = await signIn(url)
  for (const sku of skus) await adjust(url, { sku, token })
  return { skus, list, page: `${url}/store/v1/products/${items[0]?.slug}` }
}

const listing = async (address: string): Promise<Listed> => (await (await fetch(address)).json()) as Listed

async function adjust(url: string, { sku, token }: { sku: string; token: string }): Promise<void> {
  const response = await fetch(`${url}/admin/v1/inventory/${encodeURIComponent(sku)}/adjustments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': `stock-up-${sku}`,
    },
    body: JSON.stringify({ delta: 1_000_000, reason: 'bench' }),
  })
  if (!response.ok) throw new Error(`could not stock ${sku}: ${await response.text()}`)
}
