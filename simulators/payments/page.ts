import { type Html, html, page } from '../html.ts'
import type { Method, Payment, Status } from './payment.ts'

const style = `
main{max-width:28rem;margin:clamp(1rem,8vh,5rem) auto;padding:0 1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:1.75rem 1.5rem;box-shadow:0 10px 30px rgb(0 0 0/.06)}
.brand{display:flex;justify-content:space-between;align-items:center;margin:0 .25rem .9rem;font-weight:650;letter-spacing:-.01em}
.brand span{font-size:.78rem;font-weight:600;color:var(--quiet);border:1px solid var(--line);border-radius:99px;padding:.1rem .6rem}
h1{font-size:1.05rem;font-weight:550;color:var(--quiet);margin:0}
.amount{font-size:2.4rem;line-height:1.15;font-weight:700;letter-spacing:-.03em;margin:.3rem 0 1.25rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:.45rem 1rem;margin:0 0 1.5rem;padding:1rem 0;border-block:1px solid var(--line);font-size:.86rem}
dl:last-child{border-bottom:0;margin:0;padding-bottom:0}
dt{color:var(--quiet)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
form{display:grid;gap:.7rem}
button{font:inherit;font-weight:600;min-height:3rem;border-radius:10px;border:1px solid var(--line);background:transparent;color:var(--ink);cursor:pointer}
#approve{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
#fail{color:var(--bad)}
button:hover{filter:brightness(1.06)}
.outcome{font-size:1.5rem;font-weight:700;letter-spacing:-.02em;color:var(--ink);margin:.3rem 0 1.25rem}
.outcome.good{color:var(--accent)}.outcome.bad{color:var(--bad)}
.back{display:block;text-align:center;font-weight:600;padding:.7rem;border-radius:10px;border:1px solid var(--line);text-decoration:none}
.note{color:var(--quiet);font-size:.85rem;text-align:center;margin:1rem 0 0}
`

const words: Record<Method, { title: string; name: string }> = {
  card: { title: 'Confirm your card payment', name: 'Card' },
  card_challenge: { title: 'Your bank asks you to confirm', name: 'Card with confirmation' },
  wallet: { title: 'Approve in your wallet', name: 'Wallet' },
  bank_transfer: { title: 'Confirm your bank transfer', name: 'Bank transfer' },
}

const outcomes: Record<Status, { said: string; tone: string }> = {
  requires_action: { said: 'Waiting for you', tone: '' },
  processing: { said: 'Payment is being processed', tone: '' },
  authorized: { said: 'Payment approved', tone: 'good' },
  captured: { said: 'Payment approved', tone: 'good' },
  voided: { said: 'Payment called off', tone: '' },
  declined: { said: 'Payment failed', tone: 'bad' },
}

/** The page that asks for a decision. Its form posts to its own address, relative, so that any prefix will do. */
export function actionPage(payment: Payment): string {
  return framed(
    words[payment.method].title,
    html`<h1>${words[payment.method].title}</h1>
<p class="amount">${displayAmount(payment)}</p>
${facts(payment)}
<form method="post" action="${payment.id}">
<button name="decision" value="approve" id="approve">Approve payment</button>
<button name="decision" value="fail" id="fail">Fail payment</button>
</form>`,
  )
}

/** The page of a payment that no longer waits for anybody. */
export function outcomePage(payment: Payment): string {
  const { said, tone } = outcomes[payment.status]
  const back =
    payment.returnUrl === null ? '' : html`<a class="back" href="${payment.returnUrl}">Back to the shop</a>`
  return framed(
    said,
    html`<h1>${displayAmount(payment)}</h1>
<p class="outcome ${tone}" role="status">${said}</p>
${facts(payment)}
${back}`,
  )
}

export function unknownPage(): string {
  return framed('Unknown payment', html`<h1>There is no such payment</h1>`)
}

function facts({ orderId, reference, method }: Payment): Html {
  return html`<dl><dt>Order</dt><dd>${orderId}</dd><dt>Reference</dt><dd>${reference}</dd><dt>Method</dt><dd>${words[method].name}</dd></dl>`
}

function framed(title: string, content: Html): string {
  const body = html`<main><p class="brand">Sandbox Pay <span>Test mode</span></p>
<section class="card">${content}</section>
<p class="note">A practice payment provider. No real money moves.</p></main>`
  return page(`${title} · Sandbox Pay`, { style, body })
}

/** For the eye only: the one place where an amount leaves minor units. */
function displayAmount({ amount, currency }: Payment): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
