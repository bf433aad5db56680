import { useState } from 'react'
import { Field } from '../parts/field.tsx'
import { type Items, itemsOf } from './rules.ts'

interface ItemsFieldProps {
  readonly label: string
  readonly items: Items
  readonly onChange: (items: Items) => void
}

/** Which products are meant. */
export function ItemsField({ label, items, onChange }: ItemsFieldProps) {
  const [typed, setTyped] = useState((items.skus ?? []).join(', '))
  const byId = items.productIds?.length ?? 0
  const hint =
    byId > 0 ? `And ${byId} products named by their id.` : 'SKUs with commas between them; empty: everything.'
  return (
    <Field label={label} hint={hint}>
      {(input) => (
        <input
          {...input}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(itemsOf(event.target.value, items))
          }}
        />
      )}
    </Field>
  )
}
