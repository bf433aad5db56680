import { useState } from 'react'
import { useDataProvider, useGetOne } from 'react-admin'
import { type Difference, differencesOf, merged } from '../data/conflict.ts'
import { placeOf } from '../data/resources.ts'
import { Dialog } from './dialog.tsx'
import { Trouble } from './trouble.tsx'
import { useAct } from './use-act.ts'

type Fields = Readonly<Record<string, unknown>>

interface ConflictDialogProps {
  readonly resource: string
  readonly base: Fields & { readonly id: string }
  readonly mine: Fields
  readonly onClose: () => void
}

/** Two people changed the same thing: both versions side by side, to be put together by hand. */
export function ConflictDialog({ resource, base, mine, onClose }: ConflictDialogProps) {
  const { data: theirs, error } = useGetOne(
    resource,
    { id: base.id, meta: { isForConflict: true } },
    { staleTime: 0 },
  )
  const title = 'Somebody changed this in the meantime'
  return (
    <Dialog title={title} onClose={onClose} isWide>
      {error && <Trouble error={error} />}
      {!theirs && !error && <p className="loading">Loading…</p>}
      {theirs && <Choices {...{ resource, base, mine, theirs, onClose }} />}
    </Dialog>
  )
}

function Choices({ resource, base, mine, theirs, onClose }: ConflictDialogProps & { theirs: Fields }) {
  const differences = differencesOf({ base, mine, theirs }, placeOf(resource).edits)
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const { act, isBusy, error } = useAct()
  const provider = useDataProvider()
  const choiceOf = ({ field, suggested }: Difference) => choices[field] ?? suggested
  const save = async () => {
    const chosen = differences.filter((one) => choiceOf(one) === 'mine')
    const params = { id: base.id, data: merged(theirs, chosen), previousData: { id: base.id, ...theirs } }
    if (await act(() => provider.update(resource, params), 'Saved, put together from both.')) onClose()
  }
  return (
    <>
      <p>Nothing was saved yet. Choose for each field which version to keep.</p>
      {differences.map((difference) => (
        <Versions
          key={difference.field}
          difference={difference}
          choice={choiceOf(difference)}
          onChoose={(choice) => setChoices({ ...choices, [difference.field]: choice })}
        />
      ))}
      {error !== undefined && <Trouble error={error} />}
      <footer className="actions">
        <button type="button" onClick={onClose}>
          Go on editing
        </button>
        <button type="button" className="primary" disabled={isBusy} onClick={save}>
          Save these
        </button>
      </footer>
    </>
  )
}

interface VersionsProps {
  readonly difference: Difference
  readonly choice: 'mine' | 'theirs'
  readonly onChoose: (choice: 'mine' | 'theirs') => void
}

function Versions({ difference, choice, onChoose }: VersionsProps) {
  const { field, isClash } = difference
  return (
    <fieldset className="versions">
      <legend>
        {nameOf(field)} {isClash && <span className="status warn">You both changed it</span>}
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className="version">
          <span className="check">
            <input type="radio" name={field} checked={choice === side} onChange={() => onChoose(side)} />
            {side === 'mine' ? 'Yours' : 'Theirs'}
          </span>
          <span>{readable(difference[side])}</span>
        </label>
      ))}
    </fieldset>
  )
}

function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(empty)'
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A field’s name as words: `unpublishAt` reads “unpublish at”. */
const nameOf = (field: string) => field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
