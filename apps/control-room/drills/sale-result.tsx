import type { ReactNode } from 'react'
import { TraceLink } from '../parts/trace-link.tsx'
import { hrefTo } from '../places/place.ts'
import { count, duration } from '../words/numbers.ts'
import { type SaleTally, tallyOf } from './sale-tally.ts'
import type { Sale } from './use-flash-sale.ts'

/** How far the sale is, and what came of it. */
export function SaleResult({ sale }: { sale: Sale }) {
  if (sale.state === 'none') return null
  if (sale.state === 'impossible') return <p className="note warn">{IMPOSSIBLE}</p>
  const { state, wish, ready, outcomes } = sale
  const tally = tallyOf(outcomes)
  return (
    <>
      <p role="status">{SAYS[state]}</p>
      {state !== 'over' && (
        <progress
          aria-label={state === 'filling' ? 'Carts filled' : 'Buyers answered'}
          max={wish.buyers}
          value={state === 'filling' ? ready : outcomes.length}
        />
      )}
      <Figures tally={tally} buyers={wish.buyers} />
      {state === 'over' && <After traceId={outcomes.find(({ kind }) => kind === 'won')?.traceId} />}
    </>
  )
}

const IMPOSSIBLE =
  'No sale was held: this shop takes no test cards, or does not deliver this to Germany. Choose something else, or start it with the sandbox.'

const SAYS = {
  filling: 'The carts are being filled.',
  paying: 'The doors are open: everybody pays.',
  over: 'The sale is over.',
} as const

function Figures({ tally, buyers }: { tally: SaleTally; buyers: number }) {
  const { answered, won, lost, refused, unanswered, p50Ms, p99Ms, reasons } = tally
  return (
    <dl className="facts">
      <Fact name="Answered">
        {count(answered)} of {count(buyers)}
      </Fact>
      <Fact name="Got an order">{count(won)}</Fact>
      <Fact name="Came too late">{count(lost)}</Fact>
      <Fact name="Refused otherwise">
        {count(refused)}
        {reasons.map(({ why, times }) => ` · ${why} (${count(times)})`)}
      </Fact>
      <Fact name="Never told">{count(unanswered)}</Fact>
      {p50Ms !== undefined && <Fact name="Half waited at most">{duration(p50Ms)}</Fact>}
      {p99Ms !== undefined && <Fact name="99 % at most">{duration(p99Ms)}</Fact>}
    </dl>
  )
}

function After({ traceId }: { traceId: string | undefined }) {
  return (
    <p>
      {traceId && (
        <>
          <TraceLink id={traceId}>The trace of one who got it</TraceLink> ·{' '}
        </>
      )}
      <a href={hrefTo('checkouts', { query: { view: 'compensated' } })}>Checkouts taken back</a> ·{' '}
      <a href={hrefTo('audit')}>Run the audit</a>, which says whether more was sold than was there.
    </p>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
