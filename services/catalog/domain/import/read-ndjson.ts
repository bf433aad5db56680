import { handle as parseHandle } from './cells/text-cells.ts'
import { type Clash, completeProduct } from './complete-product.ts'
import { type Line, readLines } from './csv/read-lines.ts'
import type { Finding, ImportItem } from './import-item.ts'
import { limits } from './limits.ts'
import { ndjsonOptions } from './ndjson/product-options.ts'
import { ndjsonProduct } from './ndjson/product-shape.ts'
import { ndjsonFindings } from './ndjson/shape-findings.ts'
import { orderImages } from './order-images.ts'
import { fileError, rejections } from './report.ts'
import { type SeenInFile, seenInFile, whyStop } from './seen-in-file.ts'

/**
 * Reads products from NDJSON, one JSON object a line, to the same drafts as the CSV; see `ndjsonProduct` for the
 * shape. A line is judged on its own: a bad one is reported with all that is wrong with it and the rest goes in.
 */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array | string>,
  { currency }: { currency: string },
): AsyncGenerator<ImportItem, void> {
  const shape = ndjsonProduct(currency)
  const seen = seenInFile()
  let unreadable = 0
  for await (const line of readLines(chunks, limits.jsonLine)) {
    if ('text' in line && line.text.trim() === '') continue
    const parsed = parseLine(line)
    if ('problem' in parsed) unreadable += 1
    yield* 'problem' in parsed ? rejections([parsed.problem], '') : readProduct(parsed, shape, seen)
    const stop = whyStop(seen, unreadable)
    if (stop) return yield fileError({ line: line.number, ...stop })
  }
}

interface JsonLine {
  line: number
  json: unknown
}

function parseLine(line: Line): JsonLine | { problem: Finding } {
  if ('problem' in line) {
    const message =
      line.problem === 'not_utf8' ? 'the line is not UTF-8 text' : 'the line is longer than 16 MiB'
    return { problem: { line: line.number, code: line.problem, message } }
  }
  try {
    return { line: line.number, json: JSON.parse(line.text) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON'
    return { problem: { line: line.number, code: 'invalid_json', message: `not a JSON object: ${reason}` } }
  }
}

function readProduct(
  jsonLine: JsonLine,
  shape: ReturnType<typeof ndjsonProduct>,
  seen: SeenInFile,
): ImportItem[] {
  const { line, json } = jsonLine
  const read = shape.safeParse(json)
  if (!read.success) return rejections(ndjsonFindings(read.error, jsonLine), handleIn(json))
  const { handle, variants, options: listed, images, ...rest } = read.data
  const { options, errors } = ndjsonOptions({ line, options: listed, variants })
  if (seen.handle(handle) === 'read') errors.push(repeatedHandle(line, handle))
  if (errors.length > 0) return rejections(errors, handle)
  const fields = { ...rest, options, images: images && orderImages(images) }
  const completed = completeProduct(
    { line, handle, fields, variants: variants.map((cells) => ({ line, ...cells })) },
    seen,
  )
  seen.addHandle(handle, completed.ok ? 'read' : 'refused')
  return completed.ok
    ? [{ kind: 'product', draft: completed.draft }]
    : rejections(completed.clashes.map(inJson), handle)
}

function repeatedHandle(line: number, handle: string): Finding {
  return {
    line,
    column: 'handle',
    code: 'duplicate_handle',
    message: `handle: "${handle}" stands further up already`,
  }
}

function inJson(clash: Clash): Finding {
  return { ...clash, column: clash.column === 'sku' ? 'variants.sku' : 'variants.options' }
}

function handleIn(json: unknown): string {
  const handle = typeof json === 'object' && json !== null ? Reflect.get(json, 'handle') : undefined
  const parsed = parseHandle(typeof handle === 'string' ? handle : '')
  return parsed.ok ? parsed.value : ''
}
