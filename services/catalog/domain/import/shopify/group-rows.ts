import { handle as parseHandle } from '../cells/text-cells.ts'
import { completeProduct } from '../complete-product.ts'
import type { CsvRow } from '../csv/read-records.ts'
import type { Finding, ImportItem } from '../import-item.ts'
import { rejections, warnings } from '../report.ts'
import type { SeenInFile } from '../seen-in-file.ts'
import { type OpenProduct, openProduct } from './open-product.ts'
import { columnName, openRow, type Row } from './open-row.ts'
import type { Header } from './read-header.ts'

/** The rows of one handle as they come: one product is held, a refused one only by its handle. */
export interface RowGroup {
  readonly header: Header
  readonly currency: string
  readonly seen: SeenInFile
  current: { handle: string; product: OpenProduct | undefined } | undefined
  /** The row just before could not be read and named no product: it may be of the next one. */
  isBehindUnreadable: boolean
}

export function takeRow(group: RowGroup, record: CsvRow): ImportItem[] {
  const row = openRow(record, group.header)
  const handle = row.raw('handle').trim().toLowerCase()
  if (handle === '') return withoutHandle(group, row)
  const items =
    group.current?.handle === handle ? add(group, row) : [...closeProduct(group), ...open(group, handle, row)]
  group.isBehindUnreadable = false
  return items
}

/** Lines nobody can read refuse the product they name, else the one being read. */
export function takeUnreadable(group: RowGroup, finding: Finding, handle: string | undefined): ImportItem[] {
  group.isBehindUnreadable = handle === undefined
  const closed = handle === undefined || handle === group.current?.handle ? [] : closeProduct(group)
  return [...closed, ...refuse(group, handle ?? group.current?.handle ?? '', [finding])]
}

/** Yields the product held, if its variants go together and with the rest of the file. */
export function closeProduct(group: RowGroup): ImportItem[] {
  const product = group.current?.product?.close()
  group.current = undefined
  if (!product) return []
  const completed = completeProduct(product, group.seen)
  group.seen.addHandle(product.handle, completed.ok ? 'read' : 'refused')
  if (completed.ok) return [{ kind: 'product', draft: completed.draft }]
  const errors = completed.clashes.map((clash) => ({
    ...clash,
    column: columnName(group.header, clash.column),
  }))
  return rejections(errors, product.handle)
}

function open(group: RowGroup, handle: string, row: Row): ImportItem[] {
  const before = group.seen.handle(handle)
  group.current = { handle, product: undefined }
  if (before === 'refused') return []
  row.read('handle', parseHandle)
  if (before === 'read') row.refuse('handle', 'handle_not_contiguous', `"${handle}" has ended further up`)
  if (group.isBehindUnreadable && !row.has('title')) {
    row.refuse('handle', 'unreadable_row_before', 'the row before may have been of this product')
  }
  if (row.errors.length === 0) group.current.product = openProduct(handle, row, group.currency)
  return settle(group, handle, row)
}

function add(group: RowGroup, row: Row): ImportItem[] {
  if (!group.current?.product) return []
  group.current.product.add(row)
  return settle(group, group.current.handle, row)
}

/** Without handle, a row with a title is some product's first one; any other belongs to the product being read. */
function withoutHandle(group: RowGroup, row: Row): ImportItem[] {
  const isFirstRow = row.raw('title').trim() !== ''
  if (!isFirstRow && group.current && !group.current.product) return []
  const closed = isFirstRow ? closeProduct(group) : []
  row.read('handle', parseHandle)
  return [...closed, ...settle(group, group.current?.handle ?? '', row)]
}

function settle(group: RowGroup, handle: string, row: Row): ImportItem[] {
  const refused = row.errors.length > 0 ? refuse(group, handle, row.errors) : []
  return [...warnings(row.warnings), ...refused]
}

function refuse(group: RowGroup, handle: string, errors: readonly Finding[]): ImportItem[] {
  group.current = { handle, product: undefined }
  if (handle !== '') group.seen.addHandle(handle, 'refused')
  return rejections(errors, handle)
}
