import { readFile } from 'node:fs/promises'
import { createAttribute, createCollection, showProduct } from '@souk/contracts/catalog'
import { bodyOf, type Call, type Reply, type Sent } from '@souk/kit/contract'

const ATTRIBUTES = new URL('../demo/attributes.json', import.meta.url)
const COLLECTIONS = new URL('../demo/collections.json', import.meta.url)

export type Ask = (contract: Call, input: Record<string, unknown>) => Promise<Reply>

/** Members of a collection in a file: a product is named by its slug, as its id is made anew in each shop. */
type Members = { kind: 'manual'; slugs: string[] } | { kind: 'automatic' }

/** Defines the demo’s attributes, those there are left as they are. */
export async function defineAttributes(ask: Ask): Promise<void> {
  const definitions = await read<Sent<typeof createAttribute>[]>(ATTRIBUTES)
  for (const one of definitions) unlessThere(await ask(createAttribute, one), 'key_taken')
}

/** Makes the demo’s collections, those there are left as they are; its products are there already. */
export async function makeCollections(ask: Ask): Promise<void> {
  const collections = await read<{ slug: string; members: Members }[]>(COLLECTIONS)
  for (const { members, ...rest } of collections) {
    const input = { ...rest, members: await withIds(members, ask) }
    unlessThere(await ask(createCollection, input), 'slug_taken')
  }
}

async function withIds(members: Members, ask: Ask): Promise<object> {
  if (members.kind === 'automatic') return members
  const productIds: string[] = []
  for (const idOrSlug of members.slugs) {
    const reply = await ask(showProduct, { idOrSlug })
    if (!reply.ok) throw new Error(`the demo has no product ${idOrSlug}`)
    productIds.push((bodyOf(reply) as { id: string }).id)
  }
  return { kind: 'manual', productIds }
}

const read = async <T>(file: URL): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T

function unlessThere(reply: Reply, code: string): void {
  if (!reply.ok && reply.refusal.code !== code)
    throw new Error(`the demo was refused: ${reply.refusal.code} ${reply.refusal.detail ?? ''}`)
}
