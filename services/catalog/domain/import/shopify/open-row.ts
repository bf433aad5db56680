import { unguardFormula } from '../cells/formula-guard.ts'
import type { Parsed } from '../cells/parsed.ts'
import type { CsvRow } from '../csv/read-records.ts'
import type { Finding } from '../import-item.ts'
import { type Column, columnNames } from './columns.ts'
import type { Header, Place } from './read-header.ts'

/** One row seen through the header; what is wrong with its cells collects in `errors`. */
export interface Row {
  line: number
  header: Header
  errors: Finding[]
  warnings: Finding[]
  has(column: Column): boolean
  /** The cell without formula guard; `''` where the file lacks the column. */
  raw(column: Column): string
  /** `undefined` where the file lacks the column, or the cell is refused and so reported. */
  read<T>(column: Column, parse: (cell: string) => Parsed<T>): T | undefined
  readAt<T>(place: Place, parse: (cell: string) => Parsed<T>): T | undefined
  refuse(column: Column, code: string, message: string): void
  warn(column: Column, code: string, message: string): void
}

export function openRow({ line, cells }: CsvRow, header: Header): Row {
  const errors: Finding[] = []
  const warnings: Finding[] = []
  const cellAt = (index: number) => unguardFormula(cells[index] ?? '')
  const finding = (column: string, { code, message }: { code: string; message: string }) => ({
    line,
    column,
    code,
    message: `${column}: ${message}`,
  })
  function readAt<T>({ name, index }: Place, parse: (cell: string) => Parsed<T>): T | undefined {
    const parsed = parse(cellAt(index))
    if (!parsed.ok) errors.push(finding(name, parsed))
    if (!parsed.ok) return undefined
    if (parsed.warning) warnings.push(finding(name, parsed.warning))
    return parsed.value
  }
  const placeOf = (column: Column) => header.columns.get(column)
  const nameOf = (column: Column) => columnName(header, column)
  return {
    line,
    header,
    errors,
    warnings,
    readAt,
    has: (column) => placeOf(column) !== undefined,
    raw: (column) => cellAt(placeOf(column)?.index ?? -1),
    read(column, parse) {
      const place = placeOf(column)
      return place && readAt(place, parse)
    },
    refuse(column, code, message) {
      errors.push(finding(nameOf(column), { code, message }))
    },
    warn(column, code, message) {
      warnings.push(finding(nameOf(column), { code, message }))
    },
  }
}

/** The column as this file spells it, or as Shopify does where the file lacks it. */
export function columnName(header: Header, column: Column): string {
  return header.columns.get(column)?.name ?? columnNames[column][0]
}
