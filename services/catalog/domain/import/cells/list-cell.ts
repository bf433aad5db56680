/** Joins several texts into one cell; a separator inside a text is written behind a backslash. */
export function joinList(items: readonly string[], separator: ',' | '>'): string {
  const escaped = items.map((item) => item.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`))
  return escaped.join(separator === ',' ? ', ' : ' > ')
}

/** The texts of a cell, trimmed and without blank ones; `\` before the separator or itself makes it plain text. */
export function splitList(cell: string, separator: ',' | '>'): string[] {
  const items = cell.includes('\\') ? splitEscaped(cell, separator) : cell.split(separator)
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

function splitEscaped(cell: string, separator: ',' | '>'): string[] {
  const items = ['']
  const tokens = cell.match(/\\[\\,>]|[\s\S]/gu) ?? []
  for (const token of tokens) {
    if (token === separator) items.push('')
    else items[items.length - 1] += token === '\\\\' || token === `\\${separator}` ? token.slice(1) : token
  }
  return items
}
