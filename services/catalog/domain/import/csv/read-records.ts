import { limits } from '../limits.ts'
import type { Line } from './read-lines.ts'
import { type Rewindable, rewindable } from './rewindable.ts'
import { type Split, splitLine } from './split-record.ts'

/** A row of cells, or lines that cannot be read as one. */
export type CsvRecord = CsvRow | UnreadableRows

export interface CsvRow {
  kind: 'row'
  line: number
  cells: string[]
}

export interface UnreadableRows {
  kind: 'unreadable'
  line: number
  /** Last line given up on; reading goes on behind it. */
  through: number
  code: DamageCode
  /** The cells before the damage, and the first line as it stands. */
  cells: string[]
  text: string
}

export type DamageCode =
  | 'unclosed_quote'
  | 'stray_quote'
  | 'wrong_column_count'
  | 'too_many_columns'
  | 'line_too_long'
  | 'not_utf8'

/**
 * Puts physical lines together to records; the first one, the header, fixes how many cells the others have.
 *
 * After a damaged record reading resumes at the line after its FIRST line, so that one stray quote cannot swallow
 * the rows below it. All-blank rows are dropped. At most one record is held.
 */
export async function* readRecords(source: AsyncGenerator<Line, void>): AsyncGenerator<CsvRecord, void> {
  const lines = rewindable(source)
  let width: number | undefined
  try {
    for (let first = await lines.next(); first; first = await lines.next()) {
      const record = await recordFrom(first, lines, width)
      if (record.kind === 'row' && isBlank(record.cells)) continue
      width ??= record.cells.length
      yield record
    }
  } finally {
    await source.return()
  }
}

async function recordFrom(first: Line, lines: Rewindable<Line>, width?: number): Promise<CsvRecord> {
  const { split, more } = await gather(first, lines)
  const cells = split.kind === 'problem' ? [] : split.cells
  const line = first.number
  if (split.kind === 'complete' && fits(cells, width)) return { kind: 'row', line, cells }
  lines.rewind(more)
  const text = 'text' in first ? first.text : ''
  return { kind: 'unreadable', line, through: line, code: damageCode(split), cells, text }
}

/** Cells beyond the header's are forgiven when blank, as spreadsheets leave commas behind; missing ones are not. */
function fits(cells: readonly string[], width: number | undefined): boolean {
  return width === undefined || isBlank(cells) || (cells.length >= width && isBlank(cells.slice(width)))
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

function damageCode(split: Gathered['split']): DamageCode {
  if (split.kind === 'complete') return 'wrong_column_count'
  return split.kind === 'open' ? 'unclosed_quote' : split.code
}

type Gathered = { split: Split | { kind: 'problem'; code: DamageCode }; more: Line[] }

/** Takes lines until the record is complete or seen to be damaged; `more` are those after the first. */
async function gather(first: Line, lines: Rewindable<Line>): Promise<Gathered> {
  if ('problem' in first) return { split: { kind: 'problem', code: first.problem }, more: [] }
  const more: Line[] = []
  let size = first.text.length
  let split = splitLine(first.text)
  while (split.kind === 'open' && size <= limits.record) {
    const next = await lines.next()
    if (!next) break
    more.push(next)
    if ('problem' in next) return { split: { kind: 'problem', code: next.problem }, more }
    size += next.text.length
    split = splitLine(next.text, split)
  }
  return { split, more }
}
