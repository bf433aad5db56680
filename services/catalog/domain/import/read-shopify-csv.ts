import { gatherDamage } from './csv/gather-damage.ts'
import { readLines } from './csv/read-lines.ts'
import { type CsvRecord, readRecords } from './csv/read-records.ts'
import type { ImportItem } from './import-item.ts'
import { fileError, warnings } from './report.ts'
import { seenInFile, whyStop } from './seen-in-file.ts'
import { closeProduct, type RowGroup, takeRow, takeUnreadable } from './shopify/group-rows.ts'
import { bareReturns, type Header, missingHandle, readHeader } from './shopify/read-header.ts'
import { unkeptColumns } from './shopify/unkept-columns.ts'
import { explainUnreadable, handleOfUnreadable } from './shopify/unreadable.ts'

/**
 * Reads Shopify's product CSV, old column names or new, product by product as the handle changes.
 *
 * Holds one record and one product; handles and SKUs of the file are remembered as digests. A product is yielded
 * whole or refused whole: its first bad row is reported, its later rows are silent. Rows of one handle stand
 * together; a handle coming back is refused (`handle_not_contiguous`), for its product is out already.
 */
export async function* readShopifyCsv(
  chunks: AsyncIterable<Uint8Array | string>,
  { currency }: { currency: string },
): AsyncGenerator<ImportItem, void> {
  const records = readRecords(readLines(chunks))
  try {
    const first = await records.next()
    if (first.done)
      yield fileError({ line: 1, code: 'empty_file', message: 'the file has no header and no rows' })
    else yield* readRows(first.value, records, currency)
  } finally {
    await records.return()
  }
}

async function* readRows(
  first: CsvRecord,
  records: AsyncGenerator<CsvRecord, void>,
  currency: string,
): AsyncGenerator<ImportItem, void> {
  if (first.kind === 'unreadable') return yield fileError(explainUnreadable(first, 0))
  const runOn = bareReturns(first.cells, first.line)
  if (runOn) return yield fileError(runOn)
  const { header, warnings: remarks } = readHeader(first.cells, first.line)
  if (!header.columns.has('handle')) return yield fileError(missingHandle(first.cells, first.line))
  yield* warnings(remarks)
  yield* readProducts(header, gatherDamage(records, header.width), currency)
}

async function* readProducts(
  header: Header,
  records: AsyncIterable<CsvRecord>,
  currency: string,
): AsyncGenerator<ImportItem, void> {
  const seen = seenInFile()
  const group: RowGroup = { header, currency, seen, current: undefined, isBehindUnreadable: false }
  const notKept = unkeptColumns(header)
  let unreadable = 0
  for await (const record of records) {
    if (record.kind === 'row') {
      yield* notKept(record)
      yield* takeRow(group, record)
    } else {
      unreadable += 1
      yield* takeUnreadable(
        group,
        explainUnreadable(record, header.width),
        handleOfUnreadable(record, header),
      )
    }
    const end = whyStop(seen, unreadable)
    if (end) return yield fileError({ line: record.line, ...end })
  }
  yield* closeProduct(group)
}
