import { type Html, html } from './html.ts'
import type { Block, Item, Letter, Letterhead, Sum } from './letter.ts'

// Mail programs know little CSS, and some drop everything that is not inline.
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
const ink = 'color:#1d1c1a'
const quiet = 'color:#6a675f'
const line = 'border-top:1px solid #e8e5de'

/** A letter as HTML that reads well on a phone, with or without pictures, and loads nothing. */
export function renderHtml(
  { subject, preview, heading, blocks }: Letter,
  { shopName, publicUrl }: Letterhead,
): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${subject}</title>
</head>
<body style="margin:0;padding:0;background:#f4f3ef;${raw(font)};${raw(ink)};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f3ef">
<tr><td align="center" style="padding:24px 12px 32px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 12px 16px;font-size:18px;font-weight:700;letter-spacing:-0.01em"><a href="${publicUrl}" style="${raw(ink)};text-decoration:none">${shopName}</a></td></tr>
<tr><td style="background:#ffffff;border-radius:14px;padding:28px 24px 12px">
<h1 style="margin:0 0 12px;font-size:24px;line-height:1.25;letter-spacing:-0.02em;font-weight:700">${given(heading)}</h1>
${blocks.map(renderBlock)}
</td></tr>
<tr><td style="padding:16px 12px 0;font-size:13px;line-height:1.5;${raw(quiet)}">This is about your order or your account at ${shopName}; it is not advertising.</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
  return page.html
}

const raw = (css: string): Html => ({ html: css })

/** Text in whatever direction it is written, without turning what stands around it. */
const given = (text: string): Html => html`<span dir="auto">${text}</span>`

function renderBlock(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin:0 0 16px;font-size:16px;line-height:1.55">${given(block.text)}</p>\n`
    case 'button':
      return renderLink(block, buttonStyle)
    case 'link':
      return renderLink(block, linkStyle)
    case 'items':
      return table(block.items.map(renderItem))
    case 'sums':
      return table(block.sums.map(renderSum))
    case 'facts':
      return html`<p style="margin:0 0 16px;padding-top:14px;${raw(line)};font-size:15px;line-height:1.55"><b style="display:block;margin-bottom:2px;font-size:13px;font-weight:600;${raw(quiet)}">${block.title}</b>${block.lines.map((one) => html`${given(one)}<br>`)}</p>\n`
  }
}

const table = (rows: readonly Html[]): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 14px;font-size:15px;line-height:1.45">${rows}</table>\n`

const renderItem = ({ title, detail, amount }: Item): Html =>
  html`<tr><td style="padding:12px 12px 12px 0;${raw(line)};vertical-align:top;overflow-wrap:anywhere">${given(title)}<br><span style="font-size:14px;${raw(quiet)}">${detail}</span></td><td align="right" style="padding:12px 0;${raw(line)};vertical-align:top;white-space:nowrap">${amount ?? ''}</td></tr>`

function renderSum({ label, amount, isTotal }: Sum): Html {
  const style = isTotal
    ? raw(`padding:12px 0 5px;${line};font-weight:700;font-size:17px`)
    : raw(`padding:3px 0 6px;${quiet}`)
  return html`<tr><td style="${style}">${label}</td><td align="right" style="${style};white-space:nowrap">${amount}</td></tr>`
}

const block =
  'display:block;max-width:320px;margin:0 auto;border-radius:10px;font-size:16px;font-weight:600;text-align:center'
const buttonStyle = raw(`${block};padding:14px 20px;background:#0f6b5c;color:#ffffff;text-decoration:none`)
const linkStyle = raw(`${block};padding:6px 20px;color:#0f6b5c`)

/** Only a web page is linked to; anything else a stranger calls an address is shown as text. */
const renderLink = ({ label, url }: { label: string; url: string }, style: Html): Html =>
  /^https?:\/\//.test(url)
    ? html`<p style="margin:8px 0 16px"><a href="${url}" style="${style}">${label}</a></p>\n`
    : html`<p style="margin:0 0 16px;font-size:16px;line-height:1.55">${label}: ${given(url)}</p>\n`
