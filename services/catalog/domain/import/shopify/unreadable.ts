import { unguardFormula } from '../cells/formula-guard.ts'
import { handle as parseHandle } from '../cells/text-cells.ts'
import type { DamageCode, UnreadableRows } from '../csv/read-records.ts'
import type { Finding } from '../import-item.ts'
import type { Header } from './read-header.ts'

const reasons: Record<DamageCode, string> = {
  unclosed_quote: 'a quoted cell opens here and does not close',
  stray_quote: 'a quote is not closed, or stands inside a cell without being doubled',
  wrong_column_count: 'the row has not as many cells as the header',
  too_many_columns: 'the row has far too many cells',
  line_too_long: 'the line is longer than 1 MiB',
  not_utf8: 'the line is not UTF-8 text; save the file as "CSV UTF-8"',
}

/** What to tell of lines that are no row; where they go on, how far reading skips. */
export function explainUnreadable({ line, through, code, cells }: UnreadableRows, width: number): Finding {
  const counted = code === 'wrong_column_count' ? ` (${cells.length} instead of ${width})` : ''
  const skipped = through > line ? `; lines ${line} to ${through} are skipped` : ''
  return { line, code, message: `${reasons[code]}${counted}${skipped}` }
}

/** The product such lines belong to, as far as the cells before the damage tell. */
export function handleOfUnreadable({ cells, text }: UnreadableRows, header: Header): string | undefined {
  const index = header.columns.get('handle')?.index ?? -1
  const leading = index === 0 ? text.replaceAll('"', '').split(',', 1)[0] : undefined
  const parsed = parseHandle(unguardFormula(cells[index] ?? leading ?? ''))
  return parsed.ok ? parsed.value : undefined
}
