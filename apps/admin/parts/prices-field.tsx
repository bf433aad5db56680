import { type ReactNode, useState } from 'react'
import type { Money } from '../data/money.ts'
import { faultOf, nextCurrency, pricesOf, type TypedPrice, typedPrices } from '../data/prices.ts'

interface PricesFieldProps {
  readonly legend: string
  readonly hint?: ReactNode
  readonly prices: readonly Money[]
  /** Told of every change: the amounts, or nothing while one of them is none. */
  readonly onChange: (prices: Money[] | undefined) => void
}

/** A currency may be typed anew, so a row is told apart by a number. */
interface Row extends TypedPrice {
  readonly key: number
}

/** An amount for each of some currencies, typed as people write money. */
export function PricesField({ legend, hint, prices, onChange }: PricesFieldProps) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    typedPrices(prices).map((row, key) => ({ ...row, key })),
  )
  const change = (next: readonly Row[]) => {
    setRows(next)
    onChange(pricesOf(next))
  }
  const put = (row: Row) => change(rows.map((old) => (old.key === row.key ? row : old)))
  const add = () => {
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1
    change([...rows, { key, currency: nextCurrency(rows), typed: '' }])
  }
  return (
    <fieldset className="prices">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {rows.map((row) => (
        <PriceRow
          key={row.key}
          legend={legend}
          row={row}
          onChange={(next) => put({ ...row, ...next })}
          onRemove={() => change(rows.filter((one) => one !== row))}
        />
      ))}
      <button type="button" className="small" onClick={add}>
        Add a currency
      </button>
    </fieldset>
  )
}

interface PriceRowProps {
  readonly legend: string
  readonly row: TypedPrice
  readonly onChange: (row: TypedPrice) => void
  readonly onRemove: () => void
}

function PriceRow({ legend, row, onChange, onRemove }: PriceRowProps) {
  const fault = row.typed === '' ? undefined : faultOf(row)
  return (
    <div className="price-row">
      <input
        className="narrow-number"
        aria-label={`Currency of ${legend.toLowerCase()}`}
        value={row.currency}
        maxLength={3}
        onChange={(event) => onChange({ ...row, currency: event.target.value.toUpperCase() })}
      />
      <input
        aria-label={`${legend} in ${row.currency}`}
        aria-invalid={fault !== undefined}
        inputMode="decimal"
        value={row.typed}
        onChange={(event) => onChange({ ...row, typed: event.target.value })}
      />
      <button type="button" className="quiet" aria-label={`Remove ${row.currency}`} onClick={onRemove}>
        ×
      </button>
      {fault && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}
