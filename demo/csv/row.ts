/** One line of RFC 4180, ended by a line feed as Shopify's exports are. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\n`
}

/** Minor units as a decimal with two places: 1990 → 19.90. */
export function decimal(amount: number): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
