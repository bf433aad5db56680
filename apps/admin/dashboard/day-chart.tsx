import { useId } from 'react'
import { written } from '../data/money.ts'
import type { Day } from './sales.ts'

const WIDTH = 720
const HEIGHT = 180
const GAP = 0.25

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

interface DayChartProps {
  readonly days: readonly Day[]
  readonly currency: string
}

/** Sales of each day as bars; the same as a table for whoever wants the figures. */
export function DayChart({ days, currency }: DayChartProps) {
  const titleId = useId()
  const most = Math.max(1, ...days.map(({ sales }) => sales))
  const step = WIDTH / days.length
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId} preserveAspectRatio="none">
        <title id={titleId}>Sales per day, at most {written({ amount: most, currency })}</title>
        {days.map(({ from, sales }, at) => {
          const height = Math.max(sales > 0 ? 2 : 0, (sales / most) * (HEIGHT - 4))
          return (
            <rect
              key={from}
              x={at * step + (step * GAP) / 2}
              y={HEIGHT - height}
              width={step * (1 - GAP)}
              height={height}
            >
              <title>{`${DAY.format(from)}: ${written({ amount: sales, currency })}`}</title>
            </rect>
          )
        })}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <Ends days={days} />
      <details>
        <summary>The same as a table</summary>
        <DayTable days={days} currency={currency} />
      </details>
    </figure>
  )
}

function Ends({ days }: Pick<DayChartProps, 'days'>) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  return (
    <p className="ends" aria-hidden="true">
      <span>{DAY.format(first.from)}</span>
      <span>{DAY.format(last.from)}</span>
    </p>
  )
}

function DayTable({ days, currency }: DayChartProps) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Orders</th>
          <th scope="col">Sales</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ from, orders, sales }) => (
          <tr key={from}>
            <th scope="row">{DAY.format(from)}</th>
            <td>{orders}</td>
            <td>{written({ amount: sales, currency })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
