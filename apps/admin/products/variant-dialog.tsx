import { type FormEvent, useState } from 'react'
import { ask } from '../data/ask.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { PricesField } from '../parts/prices-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import type { Product, Variant } from './product.ts'
import { draftOf, isComplete, newVariant, type VariantDraft, variantEdit } from './variant-draft.ts'

interface VariantDialogProps {
  readonly product: Product
  /** None: a new one. */
  readonly variant: Variant | undefined
  readonly onClose: () => void
}

/** What is sold under one SKU, and for how much. */
export function VariantDialog({ product, variant, onClose }: VariantDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(product, variant))
  const { act, isBusy, error } = useAct()
  const put = (change: Partial<VariantDraft>) => setDraft({ ...draft, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { version } = product
    const path = `/admin/v1/products/${product.id}/variants`
    const work = variant
      ? () => ask(`${path}/${variant.id}`, { method: 'PATCH', body: variantEdit(draft, variant), version })
      : () => ask(path, { method: 'POST', body: newVariant(draft), version, isOnce: true })
    if (await act(work, 'Saved.')) onClose()
  }
  return (
    <Dialog title={variant ? variant.sku : 'A new variant'} onClose={onClose}>
      <form onSubmit={submit} className="fields">
        <Field label="SKU" hint="Told apart by it everywhere.">
          {(input) => (
            <input
              {...input}
              required
              value={draft.sku}
              onChange={(event) => put({ sku: event.target.value })}
            />
          )}
        </Field>
        <OptionFields draft={draft} onChange={put} />
        <PricesField legend="Price" prices={draft.prices ?? []} onChange={(prices) => put({ prices })} />
        <PricesField
          legend="Price before"
          hint="Shown struck through, above the price."
          prices={draft.compareAtPrices ?? []}
          onChange={(compareAtPrices) => put({ compareAtPrices })}
        />
        <MoreFields draft={draft} isNew={!variant} onChange={put} />
        {error !== undefined && <Trouble error={error} />}
        <footer className="actions">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={isBusy || !isComplete(draft)}>
            Save
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

interface DraftProps {
  readonly draft: VariantDraft
  readonly onChange: (change: Partial<VariantDraft>) => void
}

function OptionFields({ draft: { options }, onChange }: DraftProps) {
  return Object.entries(options).map(([name, value]) => (
    <Field key={name} label={name}>
      {(input) => (
        <input
          {...input}
          required
          value={value}
          onChange={(event) => onChange({ options: { ...options, [name]: event.target.value } })}
        />
      )}
    </Field>
  ))
}

function MoreFields({ draft, isNew, onChange }: DraftProps & { readonly isNew: boolean }) {
  const numbers = [
    ...(isNew ? [['quantity', 'On the shelf'] as const] : []),
    ['weightGrams', 'Weight in grams'] as const,
  ]
  const words = [['barcode', 'Barcode'] as const, ['taxClass', 'Tax class'] as const]
  return (
    <>
      <div className="pair">
        {[...numbers, ...words].map(([name, label]) => (
          <Field key={name} label={label}>
            {(input) => (
              <input
                {...input}
                {...(numbers.some(([number]) => number === name) && { type: 'number', min: 0, step: 1 })}
                value={draft[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.requiresShipping}
          onChange={(event) => onChange({ requiresShipping: event.target.checked })}
        />
        It is sent in a parcel
      </label>
    </>
  )
}
