import { useInput } from 'react-admin'
import { Field } from '../parts/field.tsx'
import { PricesField } from '../parts/prices-field.tsx'
import { BuyGetFields } from './buy-get-fields.tsx'
import { ItemsField } from './items-field.tsx'
import { CountField, PercentField } from './plain-fields.tsx'
import { ACTION_KINDS, type Action, blankAction } from './rules.ts'
import { TierFields } from './tier-fields.tsx'

/** What a promotion gives. */
export function ActionInput() {
  const { field, fieldState } = useInput({ source: 'action' })
  const action: Action = field.value
  const change = (next: Action) => field.onChange(next)
  return (
    <div className="fields">
      <Field label="Kind" error={fieldState.error?.message}>
        {(input) => (
          <select
            {...input}
            value={action.kind}
            onChange={(event) => change(blankAction(event.target.value as Action['kind']))}
          >
            {Object.entries(ACTION_KINDS).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ActionFields key={action.kind} action={action} onChange={change} />
    </div>
  )
}

interface ActionFieldsProps {
  readonly action: Action
  readonly onChange: (action: Action) => void
}

function ActionFields({ action, onChange }: ActionFieldsProps) {
  switch (action.kind) {
    case 'buy_get':
      return <BuyGetFields action={action} onChange={onChange} />
    case 'tiers':
      return <TierFields action={action} onChange={onChange} />
    case 'gift':
      return (
        <>
          <Field label="SKU">
            {(input) => (
              <input
                {...input}
                required
                value={action.sku}
                onChange={(event) => onChange({ ...action, sku: event.target.value })}
              />
            )}
          </Field>
          <CountField
            label="Units"
            value={action.quantity}
            onChange={(quantity) => onChange({ ...action, quantity })}
          />
        </>
      )
    case 'free_shipping':
      return (
        <PricesField
          legend="At most"
          hint="None: whatever delivery costs."
          prices={action.atMost ?? []}
          onChange={(atMost) =>
            onChange(atMost?.length === 0 ? { kind: 'free_shipping' } : { ...action, atMost: atMost ?? [] })
          }
        />
      )
    default:
      return <OffFields action={action} onChange={onChange} />
  }
}

type Off = Extract<
  Action,
  {
    kind:
      | 'percent_off_items'
      | 'percent_off_order'
      | 'amount_off_items'
      | 'amount_off_order'
      | 'price_of_items'
  }
>

function OffFields({ action, onChange }: { readonly action: Off; readonly onChange: (action: Off) => void }) {
  return (
    <>
      {'percent' in action && (
        <PercentField
          label="Per cent off"
          value={action.percent}
          onChange={(percent) => onChange({ ...action, percent })}
        />
      )}
      {'amount' in action && (
        <PricesField
          legend="Amount off"
          hint="In other currencies it says nothing."
          prices={action.amount}
          onChange={(amount) => onChange({ ...action, amount: amount ?? [] })}
        />
      )}
      {'price' in action && (
        <PricesField
          legend="Price of each"
          prices={action.price}
          onChange={(price) => onChange({ ...action, price: price ?? [] })}
        />
      )}
      <ItemsField
        label={action.kind.endsWith('order') ? 'Spread over' : 'Of which products'}
        items={action.items}
        onChange={(items) => onChange({ ...action, items })}
      />
    </>
  )
}
