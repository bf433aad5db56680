import { useGetList, useInput } from 'react-admin'
import { Field } from '../parts/field.tsx'
import { MoneyField } from '../parts/money-field.tsx'
import { blankRate, hiddenOf, type Rate, type Zone } from './shipping.ts'

/** What a way to deliver costs in each zone and currency. */
export function RatesInput() {
  const { field, fieldState } = useInput({ source: 'rates', defaultValue: [] })
  const { data: zones = [] } = useGetList<Zone>('shipping-zones')
  const rates: readonly Rate[] = field.value ?? []
  const change = (next: readonly Rate[]) => field.onChange(next)
  return (
    <div className="fields">
      {rates.length === 0 && <p className="hint">Without a rate nobody is offered it.</p>}
      {[...rates.entries()].map(([at, rate]) => (
        <RateFields
          key={`rate ${at} of ${rates.length} in ${rate.price.currency}`}
          rate={rate}
          zones={zones}
          onChange={(next) => change(rates.map((one, index) => (index === at ? next : one)))}
          onRemove={() => change(rates.filter((_, index) => index !== at))}
        />
      ))}
      {fieldState.error && <p className="fault">{fieldState.error.message}</p>}
      <div>
        <button
          type="button"
          disabled={zones.length === 0}
          onClick={() => change([...rates, blankRate(zones[0]?.id ?? '')])}
        >
          Add a rate
        </button>
      </div>
    </div>
  )
}

interface RateFieldsProps {
  readonly rate: Rate
  readonly zones: readonly Zone[]
  readonly onChange: (rate: Rate) => void
  readonly onRemove: () => void
}

function RateFields({ rate, zones, onChange, onRemove }: RateFieldsProps) {
  const { zone, price, estimate } = rate
  const hidden = hiddenOf(rate)
  const recur = (currency: string) =>
    onChange({
      ...rate,
      price: { ...price, currency },
      ...(rate.freeFrom && { freeFrom: { ...rate.freeFrom, currency } }),
    })
  return (
    <fieldset className="rule">
      <legend className="unseen">
        To {zone} in {price.currency}
      </legend>
      <div className="pair tight">
        <Field label="To">
          {(input) => (
            <select
              {...input}
              value={zone}
              onChange={(event) => onChange({ ...rate, zone: event.target.value })}
            >
              {zones.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Currency">
          {(input) => (
            <select {...input} value={price.currency} onChange={(event) => recur(event.target.value)}>
              {[...new Set([price.currency, 'EUR', 'USD', 'GBP', 'CHF', 'JPY'])].map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          )}
        </Field>
        <MoneyField label="Price" money={price} onChange={(next) => onChange({ ...rate, price: next })} />
        <Days
          label="Days, at least"
          value={estimate.minDays}
          onChange={(minDays) => onChange({ ...rate, estimate: { ...estimate, minDays } })}
        />
        <Days
          label="Days, at most"
          value={estimate.maxDays}
          onChange={(maxDays) => onChange({ ...rate, estimate: { ...estimate, maxDays } })}
        />
      </div>
      <FreeFrom rate={rate} onChange={onChange} />
      {hidden.length > 0 && <p className="hint">And as it is: {hidden.join('; ')}. The API changes that.</p>}
      <button type="button" className="small" onClick={onRemove}>
        Remove this rate
      </button>
    </fieldset>
  )
}

function Days({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <Field label={label}>
      {(input) => (
        <input
          {...input}
          type="number"
          min={0}
          max={365}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      )}
    </Field>
  )
}

function FreeFrom({ rate, onChange }: Pick<RateFieldsProps, 'rate' | 'onChange'>) {
  const { freeFrom, ...others } = rate
  const { currency } = rate.price
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={freeFrom !== undefined}
          onChange={(event) =>
            onChange(event.target.checked ? { ...rate, freeFrom: { amount: 0, currency } } : others)
          }
        />
        Free from some amount on
      </label>
      {freeFrom && (
        <MoneyField
          label="Free from goods worth"
          money={freeFrom}
          onChange={(next) => onChange({ ...rate, freeFrom: next })}
        />
      )}
    </>
  )
}
