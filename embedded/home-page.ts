import type { ServiceState } from '@souk/contracts/ops'
import { PAGE_POLICY } from '@souk/gateway'
import type { OpenShop } from './open-shop.ts'

/** `/status`: what runs, and the doors to it. Where no storefront is built it is the front. */
export function serveHomePage(
  app: OpenShop['gateway'],
  parts: { version: string; hasStorefront: boolean; services: () => Promise<ServiceState[]> },
): void {
  app.get('/status', async (_request, response) =>
    response
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-store')
      .send(page(parts.version, await parts.services())),
  )
  if (!parts.hasStorefront) app.get('/', (_request, response) => response.redirect('/status'))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const DOORS = [
  { href: '/', title: 'Storefront', says: 'The shop, as shoppers see it' },
  { href: '/admin/', title: 'Back office', says: 'Products, orders, customers: the work of the shop' },
  { href: '/admin/ops/', title: 'Control room', says: 'What runs, what it does, and what is stuck' },
  { href: '/docs', title: 'API', says: 'Read every call and try it here' },
  { href: '/store/v1/products?limit=5', title: 'Products', says: 'The catalog, as a shopper’s app sees it' },
  { href: '/mailbox/', title: 'Mailbox', says: 'Every mail the shop has sent' },
  { href: '/ops/sandbox/ledger', title: 'Sandbox ledger', says: 'The payment provider’s own book' },
  { href: '/readyz', title: 'Health', says: 'Is everything ready to sell?' },
  { href: '/metrics', title: 'Metrics', says: 'Rates, errors, durations, lag' },
]

const SHELF = ['a', 'b', 'c', 'd']

const does: Record<string, string> = {
  catalog: 'products, variants, categories',
  search: 'index, facets, suggestions',
  accounts: 'customers, sign-in, addresses',
  carts: 'what is about to be bought',
  pricing: 'what it costs, with tax',
  inventory: 'what is there and promised',
  orders: 'checkout, orders, returns',
  payments: 'money in and back, ledger',
  shipping: 'delivery options, parcels',
  recommendations: 'what goes with what',
  flags: 'which features are on',
  notifications: 'what people are told',
}

function page(version: string, services: ServiceState[]): string {
  const well = services.filter(({ health }) => health === 'ok').length
  const verdict =
    well === services.length
      ? 'Open, and everything runs'
      : `${services.length - well} of ${services.length} services do not answer`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Souk</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 14V7a6 6 0 0 1 12 0v7z' fill='%23b4532a'/%3E%3C/svg%3E">
<style>${STYLE}</style>
</head>
<body>
<header>
  <svg class="arches" viewBox="0 0 400 90" aria-hidden="true">${SHELF.map((_, index) => arch(index)).join('')}</svg>
  <h1>Souk</h1>
  <p class="verdict ${well === services.length ? 'good' : 'bad'}"><span aria-hidden="true">●</span> ${escaped(verdict)}</p>
</header>
<main>
  <nav aria-label="Doors">${DOORS.map(door).join('')}</nav>
  <h2>What runs</h2>
  <div class="scroll"><table>
    <thead><tr><th scope="col">Service</th><th scope="col">Keeps</th><th scope="col">State</th><th scope="col" class="number">Event lag</th></tr></thead>
    <tbody>${services.map(row).join('')}</tbody>
  </table></div>
</main>
<footer>Souk ${escaped(version)} · one process, ${services.length} services, one database each</footer>
</body>
</html>`
}

const arch = (index: number): string => {
  const x = 20 + index * 95
  return `<path class="arch-${SHELF[index]}" d="M${x} 90V45a37 37 0 0 1 74 0v45z"/><path class="inner" d="M${x + 13} 90V49a24 24 0 0 1 48 0v41z"/>`
}

const door = ({ href, title, says }: (typeof DOORS)[number]): string =>
  `<a href="${href}"><strong>${title}</strong><span>${says}</span></a>`

const row = ({ name, health, eventLag }: ServiceState): string =>
  `<tr><th scope="row">${escaped(name)}</th><td>${does[name] ?? ''}</td><td class="${health === 'ok' ? 'good' : 'bad'}">${health === 'ok' ? 'running' : 'not answering'}</td><td class="number">${eventLag < 0.05 ? 'none' : `${eventLag.toFixed(1)} s`}</td></tr>`

const STYLE = `
:root { color-scheme: light dark; --paper: #fbf7f0; --ink: #2b2320; --soft: #75675e; --line: #e6dccd; --card: #fff; --clay: #b4532a; --good: #2f7a4d; --bad: #b3261e }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1917; --ink: #f2e9dd; --soft: #b5a698; --line: #3a322d; --card: #272120; --clay: #e08a5b; --good: #7cc796; --bad: #ff8a80 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 ui-sans-serif, system-ui, "Segoe UI", Roboto, sans-serif }
header { padding-top: 2.5rem }
.arches { display: block; width: min(22rem, 100%); margin-left: -1rem }
.arch-a { fill: #b4532a } .arch-b { fill: #d99a4e } .arch-c { fill: #5f7d6b } .arch-d { fill: #34506b } .inner { fill: var(--paper); opacity: .88 }
h1 { margin: .6rem 0 0; font: 600 3rem/1.1 ui-serif, Georgia, serif; letter-spacing: -.02em }
h2 { margin: 2.5rem 0 .75rem; font: 600 1.3rem/1.2 ui-serif, Georgia, serif }
.verdict { margin: .4rem 0 2rem; color: var(--soft) } .verdict span { font-size: .8em }
.good { color: var(--good) } .bad { color: var(--bad) }
nav { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)) }
nav a { display: block; padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); color: inherit; text-decoration: none }
nav a:hover, nav a:focus-visible { border-color: var(--clay); outline: 2px solid transparent; box-shadow: 0 0 0 1px var(--clay) }
nav strong { display: block; color: var(--clay) } nav span { color: var(--soft); font-size: .93rem }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
table { width: 100%; border-collapse: collapse }
th, td { padding: .6rem 1.1rem; text-align: left; white-space: nowrap } thead th { color: var(--soft); font-weight: 500; font-size: .85rem }
tbody tr { border-top: 1px solid var(--line) } tbody th { font-weight: 600 } tbody td { color: var(--soft) } tbody td.good { color: var(--good) } tbody td.bad { color: var(--bad) } .number { text-align: right; font-variant-numeric: tabular-nums }
@media (max-width: 40rem) { thead th:nth-child(2), tbody td:nth-child(2) { display: none } th, td { padding-inline: .8rem } }
footer { margin-top: 2rem; color: var(--soft); font-size: .9rem }
`
