import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../data/ask.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import { useMay } from '../session/use-may.ts'
import type { Level } from './level.ts'
import { Movements } from './movements.tsx'

type Shelf = Level['locations'][number]

const COLUMNS: readonly Column<Shelf>[] = [
  { title: 'Location', cell: ({ location }) => location },
  { title: 'On hand', cell: ({ onHand }) => onHand, isNumber: true },
  { title: 'Promised', cell: ({ reserved }) => reserved, isNumber: true },
  { title: 'Free', cell: ({ available }) => available, isNumber: true },
  { title: 'Coming', cell: ({ incoming }) => incoming, isNumber: true },
]

interface StockDialogProps {
  readonly sku: string
  readonly onClose: () => void
}

/** What there is of a SKU and where, how to correct it, and how it came to be so. */
export function StockDialog({ sku, onClose }: StockDialogProps) {
  const path = `/admin/v1/inventory/${encodeURIComponent(sku)}`
  const { data: level, error } = useQuery({
    queryKey: ['inventory', 'level', sku],
    queryFn: ({ signal }) => ask<Level>(path, { signal }),
  })
  const mayWrite = useMay('inventory:write')
  return (
    <Dialog title={`Stock of ${sku}`} onClose={onClose} isWide>
      {error && <Trouble error={error} />}
      {level && (
        <>
          <Table
            caption="By location"
            columns={COLUMNS}
            rows={level.locations}
            keyOf={(one) => one.location}
          />
          {mayWrite && <Adjust path={path} level={level} />}
          <Movements path={path} />
        </>
      )}
    </Dialog>
  )
}

/** Adds to a shelf or takes from it, with a reason that stays in the ledger. */
function Adjust({ path, level }: { readonly path: string; readonly level: Level }) {
  const { act, isBusy, error } = useAct()
  const [location, setLocation] = useState(level.locations[0]?.location)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const body = { delta: Number(given.get('delta')), reason: given.get('reason'), location }
    const work = () => ask(`${path}/adjustments`, { method: 'POST', body, isOnce: true })
    if (await act(work, 'The stock is corrected.')) form.reset()
  }
  return (
    <form onSubmit={submit} className="pair">
      <Field label="More or less" hint="5 adds five, −5 takes five away.">
        {(input) => <input {...input} name="delta" type="number" step={1} required />}
      </Field>
      <Field label="Reason">{(input) => <input {...input} name="reason" maxLength={200} required />}</Field>
      <Field label="Where">
        {(input) => (
          <select {...input} value={location} onChange={(event) => setLocation(event.target.value)}>
            {level.locations.map((one) => (
              <option key={one.location}>{one.location}</option>
            ))}
          </select>
        )}
      </Field>
      <footer className="actions">
        <button type="submit" className="primary" disabled={isBusy}>
          Correct the stock
        </button>
      </footer>
      {error !== undefined && <Trouble error={error} />}
    </form>
  )
}
