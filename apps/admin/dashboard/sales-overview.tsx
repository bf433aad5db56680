import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { written } from '../data/money.ts'
import { Section } from '../parts/section.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { DayChart } from './day-chart.tsx'
import { type LatestOrders, latestOrders, MOST } from './latest-orders.ts'
import { changeOf, currenciesOf, figuresOf, type Period, periodsUpTo, salesByDay } from './sales.ts'

const SPANS = { 7: '7 days', 30: '30 days', 90: '90 days' } as const

/** Orders and sales of a period against the one before. */
export function Sales() {
  const [days, setDays] = useState(7)
  const [today] = useState(() => new Date())
  const { now, before } = periodsUpTo(today, days)
  const placedFrom = new Date(before.from).toISOString()
  const { data, error, refetch } = useQuery({
    queryKey: ['orders', 'overview', placedFrom],
    queryFn: ({ signal }) => latestOrders(placedFrom, signal),
  })
  return (
    <Section
      title="Sales"
      actions={<Choice label="Period" value={days} choices={SPANS} onChange={setDays} />}
    >
      {error && <Trouble error={error} onRetry={() => refetch()} />}
      {!data && !error && <p className="loading">Loading…</p>}
      {data && <Overview {...{ data, now, before }} />}
    </Section>
  )
}

interface OverviewProps {
  readonly data: LatestOrders
  readonly now: Period
  readonly before: Period
}

function Overview({ data: { orders, isCut }, now, before }: OverviewProps) {
  const currencies = currenciesOf(orders)
  const [chosen, setChosen] = useState<string>()
  const currency = chosen ?? currencies[0]
  if (!currency)
    return <p className="hint">No orders in this period or the one before. They appear here as they come.</p>
  const days = salesByDay(orders, { period: now, currency })
  const figures = figuresOf(days)
  const earlier = isCut ? undefined : figuresOf(salesByDay(orders, { period: before, currency }))
  const average = figures.orders === 0 ? 0 : Math.round(figures.sales / figures.orders)
  return (
    <>
      {currencies.length > 1 && (
        <Choice
          label="Currency"
          value={currency}
          choices={Object.fromEntries(currencies.map((one) => [one, one]))}
          onChange={setChosen}
        />
      )}
      <div className="figures">
        <Figure title="Orders" value={String(figures.orders)} now={figures.orders} before={earlier?.orders} />
        <Figure
          title="Sales"
          value={written({ amount: figures.sales, currency })}
          now={figures.sales}
          before={earlier?.sales}
        />
        <Figure title="An order on average" value={written({ amount: average, currency })} />
      </div>
      <DayChart days={days} currency={currency} />
      <p className="hint">
        By the day an order was placed, in your time zone; cancelled orders are left out, refunds are not.
        {isCut &&
          ` Of the latest ${MOST.toLocaleString('en')} orders: there are more, so nothing is compared.`}
      </p>
    </>
  )
}

interface FigureProps {
  readonly title: string
  readonly value: string
  readonly now?: number
  readonly before?: number | undefined
}

function Figure({ title, value, now, before }: FigureProps) {
  const change = now === undefined || before === undefined ? undefined : changeOf(now, before)
  return (
    <div className="figure">
      <h3>{title}</h3>
      <strong>{value}</strong>
      {change !== undefined && (
        <span className="hint">
          {change === 0 ? 'as many as' : `${Math.abs(change)} % ${change > 0 ? 'more' : 'less'} than`} in the
          period before
        </span>
      )}
    </div>
  )
}

interface ChoiceProps<Value extends string | number> {
  readonly label: string
  readonly value: Value
  readonly choices: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string | number>({ label, value, choices, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="choice">
      <legend className="unseen">{label}</legend>
      {Object.entries<string>(choices).map(([one, title]) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            className="unseen"
            checked={String(value) === one}
            onChange={() => onChange((typeof value === 'number' ? Number(one) : one) as Value)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  )
}
