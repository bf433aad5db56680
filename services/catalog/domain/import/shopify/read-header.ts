import { unguardFormula } from '../cells/formula-guard.ts'
import type { Finding } from '../import-item.ts'
import { type Column, columnMeaning } from './columns.ts'
import { similarColumn } from './similar-column.ts'

/** One header cell: its name as the file writes it and where it stands. */
export interface Place {
  name: string
  index: number
}

/** Where each column stands in this file. */
export interface Header {
  width: number
  columns: Map<Column, Place>
  attributes: Place[]
  notKept: (Place & { harmless: string })[]
}

/** Understands the header, with a warning for every column that goes unread. */
export function readHeader(cells: readonly string[], line: number): { header: Header; warnings: Finding[] } {
  const header: Header = { width: cells.length, columns: new Map(), attributes: [], notKept: [] }
  const warnings: Finding[] = []
  for (const [index, cell] of cells.entries()) {
    const name = unguardFormula(cell).trim()
    const remark = name === '' ? undefined : place({ name, index }, header)
    if (remark) warnings.push({ line, column: name, ...remark })
  }
  return { header, warnings }
}

/** Why the file cannot be read at all: without Handle nobody knows which rows make a product. */
export function missingHandle(cells: readonly string[], line: number): Finding {
  const names = cells.join(',')
  const hint = /[;\t]/.test(names) && cells.length < 3 ? '; separate the columns with commas' : ''
  const message = `the file has no column "Handle"${hint}`
  return { line, column: 'Handle', code: 'missing_column', message }
}

/** Lines of old Macintosh files end with a bare carriage return: the whole file looks like a header. */
export function bareReturns(cells: readonly string[], line: number): Finding | undefined {
  const isRunOn = cells.some((cell) => cell.includes('\r') && columnMeaning(cell).kind === 'unknown')
  const message = 'the lines end with a bare carriage return; save the file with newlines'
  return isRunOn ? { line, code: 'unsupported_newlines', message } : undefined
}

function place(at: Place, header: Header): { code: string; message: string } | undefined {
  const meaning = columnMeaning(at.name)
  if (meaning.kind === 'unknown') return unknownColumn(at.name)
  if (meaning.kind === 'currency') {
    return {
      code: 'currency_column_ignored',
      message: `"${at.name}": an import reads the prices of one currency`,
    }
  }
  if (meaning.kind === 'not_kept') {
    header.notKept.push({ ...at, harmless: meaning.harmless })
    return undefined
  }
  if (meaning.kind === 'attribute') {
    if (header.attributes.some(({ name }) => name === meaning.name)) return duplicateColumn(at.name)
    header.attributes.push({ ...at, name: meaning.name })
    return undefined
  }
  if (header.columns.has(meaning.column)) return duplicateColumn(at.name)
  header.columns.set(meaning.column, at)
  return undefined
}

function unknownColumn(name: string): { code: string; message: string } {
  const meant = similarColumn(name)
  return {
    code: 'unknown_column',
    message: `"${name}" is not read${meant ? `; did you mean "${meant}"?` : ''}`,
  }
}

function duplicateColumn(name: string): { code: string; message: string } {
  return { code: 'duplicate_column', message: `"${name}" repeats an earlier column, which is the one read` }
}
