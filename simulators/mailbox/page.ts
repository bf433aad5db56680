import { escapeHtml, type Html, html, page } from '../html.ts'
import type { Message } from './message.ts'

const style = `
main{max-width:60rem;margin:0 auto;padding:1rem 1rem 3rem}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1rem;margin:.5rem 0 1rem}
h1{font-size:1.5rem;letter-spacing:-.02em;line-height:1.25;margin:0;overflow-wrap:anywhere}
.count{color:var(--quiet);font-size:.9rem}
.search{display:flex;gap:.5rem;flex:1 1 16rem;justify-content:flex-end}
input{font:inherit;flex:1 1 8rem;max-width:20rem;min-width:0;padding:.5rem .8rem;border:1px solid var(--line);border-radius:10px;background:var(--card);color:var(--ink)}
button,.button{font:inherit;font-weight:600;padding:.5rem .9rem;border-radius:10px;border:1px solid var(--line);background:var(--card);color:var(--ink);text-decoration:none;cursor:pointer}
.sheet{background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden;list-style:none;margin:0;padding:0}
.sheet li+li{border-top:1px solid var(--line)}
.mail{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,1fr) auto;gap:.1rem 1.2rem;align-items:baseline;padding:.8rem 1.1rem;color:inherit;text-decoration:none}
.mail:hover{background:color-mix(in srgb,var(--accent) 7%,transparent)}
.mail>*{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.to,.mail time{color:var(--quiet);font-size:.9rem}
.subject{font-weight:600}
.glance{font-weight:400;color:var(--quiet)}
time{font-variant-numeric:tabular-nums;white-space:nowrap}
@media (max-width:40rem){
 .mail{grid-template-columns:minmax(0,1fr) auto}
 .subject{grid-row:2;grid-column:1/-1;white-space:normal}
 .glance{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:.9rem}
 .search{justify-content:stretch;flex-basis:100%}.search input{max-width:none}
}
.empty{padding:3.5rem 1.5rem;text-align:center;color:var(--quiet)}
.empty b{display:block;color:var(--ink);font-size:1.1rem}
.trail{margin:.5rem 0 .8rem;font-size:.95rem}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.2rem 1rem;margin:.6rem 0 1.2rem;font-size:.95rem}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
iframe{display:block;width:100%;height:min(70vh,46rem);border:0;background:#fff}
pre{margin:0;padding:1rem 1.1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.88rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
summary{cursor:pointer;padding:.7rem 1.1rem;font-weight:600}
main>.sheet+.sheet{margin-top:1rem}
`

/** The list of mails. Links are relative, so that it works under any prefix that ends in a slash. */
export function listPage(messages: readonly Message[], to: string): string {
  const rows = messages.length === 0 ? nothing(to) : html`<ul class="sheet">${messages.map(row)}</ul>`
  const body = html`<main><header><h1>Mailbox</h1><span class="count">${count(messages.length)}</span>
<form class="search" role="search"><input type="search" name="to" value="${to}" placeholder="Recipient's address" aria-label="Recipient's address"><button>Show</button></form>
</header>${rows}</main>`
  return page('Mailbox', { style, body })
}

/** One mail: its HTML part locked into a frame without script, its text, its headers. */
export function messagePage(message: Message, headers: string): string {
  const body = html`<main><p class="trail"><a href="../">← Mailbox</a></p>
<h1>${message.subject}</h1>
<dl><dt>From</dt><dd>${message.from}</dd><dt>To</dt><dd>${message.to}</dd><dt>Sent</dt><dd>${time(message.sentAt)}</dd></dl>
${message.html === null ? '' : frame(message.html)}
<details class="sheet" ${message.html === null ? 'open' : ''}><summary>Text</summary><pre>${linked(message.text)}</pre></details>
<details class="sheet"><summary>Headers</summary><pre>${headers}</pre></details></main>`
  return page(`${message.subject} · Mailbox`, { style, body })
}

export function missingPage(): string {
  const body = html`<main><p class="trail"><a href="../">← Mailbox</a></p><h1>There is no such mail</h1>
<p>The mailbox keeps the newest 500.</p></main>`
  return page('No such mail', { style, body })
}

function row({ id, to, subject, text, sentAt }: Message): Html {
  return html`<li><a class="mail" href="messages/${id}"><span class="to">${to}</span><span class="subject">${subject} <span class="glance">${text.slice(0, 140)}</span></span>${time(sentAt)}</a></li>`
}

function nothing(to: string): Html {
  const said = to === '' ? 'Mails sent by the shop appear here.' : `Nothing was sent to ${to}.`
  return html`<div class="sheet empty"><b>No mail</b>${said}</div>`
}

function count(many: number): string {
  return many === 1 ? '1 mail' : `${many} mails`
}

function time(iso: string): Html {
  const [day = '', clock = ''] = iso.split('T')
  return html`<time datetime="${iso}">${day} ${clock.slice(0, 5)} UTC</time>`
}

/** No script and no origin of its own; its links open in a new tab. It inherits the page's content security policy. */
function frame(source: string): Html {
  const content = `<base target="_blank">${source}`
  return html`<div class="sheet"><iframe title="The mail's HTML part" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${content}"></iframe></div>`
}

function linked(plain: string): Html {
  const parts = plain.split(/(https?:\/\/[^\s<>"')\]]+)/)
  return { html: parts.map((part, at) => (at % 2 === 1 ? link(part) : escapeHtml(part))).join('') }
}

function link(url: string): string {
  const safe = escapeHtml(url)
  return `<a href="${safe}" target="_blank" rel="noopener noreferrer">${safe}</a>`
}
