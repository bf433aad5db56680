import { type ReactNode, useEffect, useState } from 'react'
import { EditBase, Form, HttpError, useEditContext, useNotify } from 'react-admin'
import { useFormContext, useFormState } from 'react-hook-form'
import { ConflictDialog } from './conflict-dialog.tsx'
import { Trouble } from './trouble.tsx'

type Fields = Readonly<Record<string, unknown>>

interface EditPageProps {
  readonly children: ReactNode
}

/** Loads the record of the address and keeps to the page after saving. */
export function EditPage({ children }: EditPageProps) {
  return (
    <EditBase mutationMode="pessimistic" redirect={false} error={<NotThere />} loading={<Waiting />}>
      {children}
    </EditBase>
  )
}

const Waiting = () => <p className="loading">Loading…</p>

function NotThere() {
  const { error, refetch } = useEditContext()
  return <Trouble error={error} onRetry={() => refetch()} />
}

interface EditFormProps {
  readonly mayWrite: boolean
  readonly onDirty?: (isDirty: boolean) => void
  /** Makes what was typed what is sent. */
  readonly tidy?: (typed: Fields) => Fields
  readonly children: ReactNode
}

/** The fields of a record, saved together; what somebody else changed meanwhile is shown side by side. */
export function EditForm({ mayWrite, onDirty, tidy, children }: EditFormProps) {
  const { record, resource, save, saving } = useEditContext()
  const [mine, setMine] = useState<Fields>()
  const notify = useNotify()
  const submit = (typed: Fields) => {
    const data = tidy ? tidy(typed) : typed
    const onError = (error: unknown) => {
      if (!(error instanceof HttpError)) return notify('ra.notification.http_error', { type: 'error' })
      if (error.status === 412) return setMine(data)
      if (!error.body?.errors) notify(error.message, { type: 'error' })
    }
    return save?.({ ...data }, { onError })
  }
  return (
    <>
      <Form onSubmit={submit}>
        <fieldset disabled={!mayWrite}>{children}</fieldset>
        {mayWrite && <SaveBar isSaving={saving ?? false} onDirty={onDirty} />}
      </Form>
      {mine && <ConflictDialog {...{ resource, mine }} base={record} onClose={() => setMine(undefined)} />}
    </>
  )
}

interface SaveBarProps {
  readonly isSaving: boolean
  readonly onDirty: ((isDirty: boolean) => void) | undefined
}

function SaveBar({ isSaving, onDirty }: SaveBarProps) {
  const { isDirty } = useFormState()
  const { reset } = useFormContext()
  useEffect(() => onDirty?.(isDirty), [isDirty, onDirty])
  useWarning(isDirty)
  if (!isDirty && !isSaving) return null
  return (
    <div className="save-bar">
      <button type="button" onClick={() => reset()} disabled={isSaving}>
        Undo changes
      </button>
      <button type="submit" className="primary" disabled={isSaving}>
        {isSaving ? 'Saving…' : 'Save'}
      </button>
    </div>
  )
}

/** Asks before what was typed is lost: by closing the tab, or by a link to another page. */
function useWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
      if (link && !confirm('Your changes are not saved. Leave this page without them?'))
        event.preventDefault()
    }
    addEventListener('beforeunload', stay)
    addEventListener('click', ask, { capture: true })
    return () => {
      removeEventListener('beforeunload', stay)
      removeEventListener('click', ask, { capture: true })
    }
  }, [isDirty])
}
