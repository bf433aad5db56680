import { type FormEvent, useState } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import { changePassword } from './session.ts'

/** Lets who is signed in choose another password. */
export function ChangePassword() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        Password
      </button>
      {isOpen && <Passwords onClose={() => setOpen(false)} />}
    </>
  )
}

function Passwords({ onClose }: { readonly onClose: () => void }) {
  const { act, isBusy, error } = useAct()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const body = {
      currentPassword: String(given.get('currentPassword')),
      newPassword: String(given.get('newPassword')),
    }
    if (await act(() => changePassword(body), 'You have a new password.')) onClose()
  }
  return (
    <Dialog title="Another password" onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <p className="hint">Everywhere else you are signed out by it.</p>
        <Field label="The one you have">
          {(input) => (
            <input
              {...input}
              name="currentPassword"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Field label="The new one" hint="At least eight characters.">
          {(input) => (
            <input
              {...input}
              name="newPassword"
              type="password"
              autoComplete="new-password"
              minLength={8}
              maxLength={128}
              required
            />
          )}
        </Field>
        {error !== undefined && <Trouble error={error} />}
        <footer className="actions">
          <button type="submit" className="primary" disabled={isBusy}>
            Change it
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
