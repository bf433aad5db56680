export type Html = { readonly html: string }
type Part = string | number | Html | readonly Html[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made harmless in element content and in quoted attributes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A template whose values are escaped, except those that are already Html. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((whole, literal, at) => whole + render(parts[at - 1] ?? '') + literal) }
}

function render(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

const tokens = `
:root{color-scheme:light dark;--ground:#f4f3ef;--card:#fff;--ink:#1d1c1a;--quiet:#6a675f;--line:#e2dfd7;--accent:#0f6b5c;--on-accent:#fff;--bad:#a3341f}
@media (prefers-color-scheme:dark){:root{--ground:#171614;--card:#211f1c;--ink:#f1eee7;--quiet:#a8a398;--line:#38352f;--accent:#4cc2a8;--on-accent:#08231d;--bad:#f08b74}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`

/** A whole page that needs neither script nor any other file. */
export function page(title: string, { style, body }: { style: string; body: Html }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${tokens}${style}</style>
</head>
<body>${body.html}</body>
</html>
`
}
