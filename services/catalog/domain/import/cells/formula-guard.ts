/**
 * Spreadsheets run a cell that begins like a formula. Such text is written behind an apostrophe, as OWASP advises,
 * and read back without it. Text that already looks guarded gets one more, so every text survives unchanged.
 */
export function guardFormula(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

export function unguardFormula(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}

/** Shopify exports number-like codes behind an apostrophe, so that spreadsheets keep their leading zeros. */
export function unguardDigits(code: string): string {
  return /^'+\d+$/.test(code) ? code.slice(1) : code
}

/** Keeps a code that really begins with an apostrophe from losing it to `unguardDigits`. */
export function guardDigits(code: string): string {
  return /^'+\d+$/.test(code) ? `'${code}` : code
}
