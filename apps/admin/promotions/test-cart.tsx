import { type FormEvent, useState } from 'react'
import { written } from '../data/money.ts'
import { Field } from '../parts/field.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { type Tried, tellOutcome, tryCart } from './try-cart.ts'

/** A cart to try promotions on, and why each of them is given or not. */
export function TestCart() {
  const [wish, setWish] = useState({ currency: 'EUR', goods: '', code: '' })
  const [tried, setTried] = useState<Tried>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    await tryCart(wish).then(setTried, setError)
    setBusy(false)
  }
  return (
    <Section title="Try it on a cart">
      <form className="fields" onSubmit={submit}>
        <Field label="Goods" hint="A SKU a line, and how many: BOWL-BLUE × 2.">
          {(input) => (
            <textarea
              {...input}
              rows={3}
              required
              value={wish.goods}
              onChange={(event) => setWish({ ...wish, goods: event.target.value })}
            />
          )}
        </Field>
        <div className="pair">
          <Field label="Currency">
            {(input) => (
              <input
                {...input}
                required
                maxLength={3}
                value={wish.currency}
                onChange={(event) => setWish({ ...wish, currency: event.target.value.toUpperCase() })}
              />
            )}
          </Field>
          <Field label="Code" hint="If the shopper names one.">
            {(input) => (
              <input
                {...input}
                value={wish.code}
                onChange={(event) => setWish({ ...wish, code: event.target.value })}
              />
            )}
          </Field>
        </div>
        {error !== undefined && <Trouble error={error} />}
        <footer className="actions">
          <button type="submit" className="primary" disabled={isBusy}>
            What becomes of it?
          </button>
        </footer>
      </form>
      <div aria-live="polite">{tried && <Outcome tried={tried} />}</div>
    </Section>
  )
}

function Outcome({ tried: { cart, codeFault } }: { readonly tried: Tried }) {
  const explanation = cart.explanation ?? []
  const titles = new Map(explanation.map(({ promotionId, title }) => [promotionId, title]))
  const columns: readonly Column<(typeof explanation)[number]>[] = [
    { title: 'Promotion', cell: ({ title }) => title },
    {
      title: 'Outcome',
      cell: (one) => (one.outcome === 'given' ? <Status state="given" /> : tellOutcome(one, titles)),
    },
    {
      title: 'Off',
      cell: ({ lines, shipping }) => {
        const amount = lines.reduce((sum, line) => sum + line.amount.amount, shipping.amount)
        return amount > 0 ? written({ ...shipping, amount }) : '–'
      },
      isNumber: true,
    },
  ]
  return (
    <>
      {codeFault && <p className="fault">{codeFault}</p>}
      <p>
        Goods {written(cart.totals.subtotal)}, off {written(cart.totals.discount)}, together{' '}
        <strong>{written(cart.totals.total)}</strong>.
      </p>
      {explanation.length === 0 && <p className="hint">There is no promotion to explain.</p>}
      {explanation.length > 0 && (
        <Table
          caption="Promotions"
          columns={columns}
          rows={explanation}
          keyOf={({ promotionId }) => promotionId}
        />
      )}
    </>
  )
}
