import { ItemsField } from './items-field.tsx'
import { CountField, PercentField } from './plain-fields.tsx'
import type { Action } from './rules.ts'

type BuyGet = Extract<Action, { kind: 'buy_get' }>

interface BuyGetFieldsProps {
  readonly action: BuyGet
  readonly onChange: (action: BuyGet) => void
}

/** For so many of these, so many of those cheaper. */
export function BuyGetFields({ action, onChange }: BuyGetFieldsProps) {
  const { buy, get } = action
  return (
    <>
      <div className="pair">
        <CountField
          label="For every"
          value={buy.quantity}
          onChange={(quantity) => onChange({ ...action, buy: { ...buy, quantity } })}
        />
        <ItemsField
          label="bought of"
          items={buy.items}
          onChange={(items) => onChange({ ...action, buy: { ...buy, items } })}
        />
      </div>
      <div className="pair">
        <CountField
          label="give"
          value={get.quantity}
          onChange={(quantity) => onChange({ ...action, get: { ...get, quantity } })}
        />
        <ItemsField
          label="of"
          items={get.items}
          onChange={(items) => onChange({ ...action, get: { ...get, items } })}
        />
        <PercentField
          label="at so many per cent off"
          value={get.percent}
          onChange={(percent) => onChange({ ...action, get: { ...get, percent } })}
        />
      </div>
    </>
  )
}
