import { useState } from 'react'
import { type Money, majorText, minorAmount } from '../data/money.ts'
import { Field } from './field.tsx'

interface MoneyFieldProps {
  readonly label: string
  readonly hint?: string
  readonly money: Money
  readonly onChange: (money: Money) => void
}

/** An amount in a currency that is decided elsewhere. */
export function MoneyField({ label, hint, money, onChange }: MoneyFieldProps) {
  const { currency } = money
  const [typed, setTyped] = useState(() => majorText(money.amount, currency))
  const fault = minorAmount(typed, currency) === undefined ? `This is no amount in ${currency}.` : undefined
  const change = (text: string) => {
    setTyped(text)
    const amount = minorAmount(text, currency)
    if (amount !== undefined) onChange({ amount, currency })
  }
  return (
    <Field label={`${label} in ${currency}`} hint={hint} error={fault}>
      {(input) => (
        <input
          {...input}
          inputMode="decimal"
          value={typed}
          // What is no amount is not sent: the browser says so in the field.
          ref={(element) => element?.setCustomValidity(fault ?? '')}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  )
}
