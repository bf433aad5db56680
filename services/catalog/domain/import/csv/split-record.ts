import { limits } from '../limits.ts'

/** A record that goes on in the next line: its closed cells, and the text so far of the quoted one. */
interface OpenRecord {
  cells: string[]
  quoted: string
}

export type Split =
  | { kind: 'complete'; cells: string[] }
  | ({ kind: 'open' } & OpenRecord)
  | { kind: 'broken'; cells: string[]; code: 'stray_quote' | 'too_many_columns' }

/**
 * Splits one physical line into cells after RFC 4180, strictly: a quote opens a cell only at its start, is
 * doubled inside, and closes it before a comma or the line's end.
 */
export function splitLine(line: string, before?: OpenRecord): Split {
  const cells = before?.cells ?? []
  let quoted = before?.quoted
  let at = 0
  while (cells.length < limits.columns) {
    if (quoted !== undefined || line[at] === '"') {
      const cell: QuotedCell =
        quoted === undefined ? quotedCell(line, at + 1, '') : quotedCell(line, at, quoted)
      if (!cell.closed) return { kind: 'open', cells, quoted: `${cell.text}\n` }
      cells.push(cell.text)
      quoted = undefined
      at = cell.end
      if (isLineEnd(line, at)) return { kind: 'complete', cells }
      if (line[at] !== ',') return { kind: 'broken', cells, code: 'stray_quote' }
      at += 1
    } else {
      const comma = line.indexOf(',', at)
      const text = comma < 0 ? withoutReturn(line.slice(at)) : line.slice(at, comma)
      if (text.includes('"')) return { kind: 'broken', cells, code: 'stray_quote' }
      cells.push(text)
      if (comma < 0) return { kind: 'complete', cells }
      at = comma + 1
    }
  }
  return { kind: 'broken', cells, code: 'too_many_columns' }
}

interface QuotedCell {
  text: string
  closed: boolean
  end: number
}

function quotedCell(line: string, from: number, before: string): QuotedCell {
  let text = before
  let at = from
  for (;;) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return { text: text + line.slice(at), closed: false, end: line.length }
    text += line.slice(at, quote)
    if (line[quote + 1] !== '"') return { text, closed: true, end: quote + 1 }
    text += '"'
    at = quote + 2
  }
}

function isLineEnd(line: string, at: number): boolean {
  return at === line.length || (at === line.length - 1 && line[at] === '\r')
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
