import type { DiscountCode } from '@souk/contracts/promotions'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../data/ask.ts'
import type { Page } from '../data/pages.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Field } from '../parts/field.tsx'
import { Section } from '../parts/section.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import { wordsOf } from './rules.ts'

interface CodesProps {
  readonly promotionId: string
  readonly mayWrite: boolean
}

const SHOWN = 50

/** The codes of a promotion, and how often each was used. */
export function Codes({ promotionId, mayWrite }: CodesProps) {
  const path = `/admin/v1/promotions/${promotionId}/codes`
  const { data } = useQuery({
    queryKey: ['promotions', 'codes', promotionId],
    queryFn: ({ signal }) => ask<Page<DiscountCode>>(path, { query: { limit: SHOWN }, signal }),
  })
  const columns: readonly Column<DiscountCode>[] = [
    { title: 'Code', cell: ({ code }) => <code>{code}</code> },
    {
      title: 'Used',
      cell: ({ used, uses }) => `${used}${uses === null ? '' : ` of ${uses}`}`,
      isNumber: true,
    },
    {
      title: 'Change',
      cell: ({ code }) =>
        mayWrite && (
          <ConfirmButton
            label="Remove"
            title={`Remove the code ${code}?`}
            explain="Nobody can use it any more. Orders that used it keep what it gave."
            done="The code is gone."
            isDanger
            isSmall
            work={() => ask(`${path}/${encodeURIComponent(code)}`, { method: 'DELETE' })}
          />
        ),
    },
  ]
  return (
    <Section title="Codes">
      {data?.items.length === 0 && <p className="hint">No codes yet: nobody can be given this promotion.</p>}
      {data && data.items.length > 0 && (
        <Table caption="Codes" columns={columns} rows={data.items} keyOf={({ code }) => code} />
      )}
      {data?.nextCursor && <p className="hint">There are more than these {SHOWN}.</p>}
      {mayWrite && <AddCodes path={path} />}
    </Section>
  )
}

function AddCodes({ path }: { readonly path: string }) {
  const [typed, setTyped] = useState('')
  const { act, isBusy, error } = useAct()
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const work = () => ask(path, { method: 'POST', body: { codes: wordsOf(typed) }, isOnce: true })
    if (await act(work, 'The codes are there.')) setTyped('')
  }
  const generate = () =>
    act(
      () => ask(path, { method: 'POST', body: { generate: { count: 10 }, uses: 1 }, isOnce: true }),
      'Ten codes are there.',
    )
  return (
    <form className="fields" onSubmit={add}>
      <Field label="More codes" hint="With commas between them. Shoppers may write them in any case.">
        {(input) => (
          <input {...input} required value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      {error !== undefined && <Trouble error={error} />}
      <div className="actions">
        <button type="submit" className="primary" disabled={isBusy}>
          Add these
        </button>
        <button type="button" disabled={isBusy} onClick={generate}>
          Make ten that nobody guesses, for one use each
        </button>
      </div>
    </form>
  )
}
