import type { StaffCategory } from '@souk/contracts/catalog'
import { type FormEvent, useState } from 'react'
import { ask } from '../data/ask.ts'
import { edited } from '../data/edited.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import { parentsFor } from './tree.ts'

interface CategoryDialogProps {
  /** None: a new one, below `parentId`. */
  readonly category?: StaffCategory
  readonly parentId?: string | null
  readonly categories: readonly StaffCategory[]
  readonly onClose: () => void
}

const PATH = '/admin/v1/categories'

/** What a category is called and where in the tree it stands. */
export function CategoryDialog({ category, parentId = null, categories, onClose }: CategoryDialogProps) {
  const [draft, setDraft] = useState({
    name: category?.name ?? '',
    slug: category?.slug ?? '',
    parentId: category ? category.parentId : parentId,
    position: category?.position ?? 0,
  })
  const { act, isBusy, error } = useAct()
  const put = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await act(() => save(category, draft), 'Saved.')) onClose()
  }
  return (
    <Dialog title={category ? category.name : 'A new category'} onClose={onClose}>
      <form onSubmit={submit} className="fields">
        <Field label="Name">
          {(input) => (
            <input
              {...input}
              required
              value={draft.name}
              onChange={(event) => put({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Address" hint={category ? undefined : 'Empty: made from the name.'}>
          {(input) => (
            <input {...input} value={draft.slug} onChange={(event) => put({ slug: event.target.value })} />
          )}
        </Field>
        <Field label="Below">
          {(input) => (
            <select
              {...input}
              value={draft.parentId ?? ''}
              onChange={(event) => put({ parentId: event.target.value || null })}
            >
              <option value="">Nothing: it is at the root</option>
              {(category ? parentsFor(categories, category.id) : categories).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {category && (
          <Field label="Position" hint="Lower ones come first.">
            {(input) => (
              <input
                {...input}
                type="number"
                min={0}
                value={draft.position}
                onChange={(event) => put({ position: Number(event.target.value) })}
              />
            )}
          </Field>
        )}
        {error !== undefined && <Trouble error={error} />}
        <footer className="actions">
          {category && <RemoveCategory category={category} onDone={onClose} />}
          <button type="submit" className="primary" disabled={isBusy}>
            Save
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

interface Draft {
  readonly name: string
  readonly slug: string
  readonly parentId: string | null
  readonly position: number
}

function save(category: StaffCategory | undefined, draft: Draft): Promise<unknown> {
  if (category) {
    const body = edited<Draft>({ before: category, after: draft }, ['name', 'slug', 'parentId', 'position'])
    return ask(`${PATH}/${category.id}`, { method: 'PATCH', body, version: category.version })
  }
  const { name, slug, parentId } = draft
  return ask(PATH, { method: 'POST', body: { name, parentId, ...(slug && { slug }) }, isOnce: true })
}

function RemoveCategory({ category, onDone }: { readonly category: StaffCategory; onDone: () => void }) {
  return (
    <ConfirmButton
      label="Remove"
      title={`Remove “${category.name}”?`}
      explain="Products stay and are in it no longer. This cannot be undone."
      done="The category is gone."
      isDanger
      work={() => ask(`${PATH}/${category.id}`, { method: 'DELETE', version: category.version })}
      onDone={onDone}
    />
  )
}
