import type { ImportItem } from './import/import-item.ts'
import { readNdjson } from './import/read-ndjson.ts'
import { readShopifyCsv } from './import/read-shopify-csv.ts'

interface ProductFile {
  contentType: string
  chunks: AsyncIterable<Uint8Array | string>
}

/** Reads a product file in either format. Where its type does not tell, a first `{` means JSON. */
export async function* readProductFile(
  { contentType, chunks }: ProductFile,
  currency: string,
): AsyncGenerator<ImportItem, void> {
  const { first, all } = await peek(chunks)
  const isJson = /json/.test(contentType) || (!/csv/.test(contentType) && startsWithBrace(first))
  yield* isJson ? readNdjson(all, { currency }) : readShopifyCsv(all, { currency })
}

const startsWithBrace = (first: Uint8Array | string | undefined): boolean =>
  first !== undefined &&
  Buffer.from(first)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{')

async function peek(chunks: ProductFile['chunks']) {
  const iterator = chunks[Symbol.asyncIterator]()
  const { value: first, done } = await iterator.next()
  async function* all() {
    if (done) return
    yield first
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { first: done ? undefined : first, all: all() }
}
