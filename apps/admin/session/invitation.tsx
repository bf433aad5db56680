import { type FormEvent, useEffect, useState } from 'react'
import { Trouble } from '../parts/trouble.tsx'
import { acceptInvitation } from './session.ts'

/** The token a mail led here with: `#/invitation?token=…`. It stays behind the `#`, so no server’s log has it. */
export function invitedWith(hash: string): string | undefined {
  const [path, query] = hash.split('?')
  return path === '#/invitation' ? (new URLSearchParams(query).get('token') ?? '') : undefined
}

/** Where somebody who was invited chooses a password, and is in. */
export function Invitation({ token }: { readonly token: string }) {
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    document.title = 'Your invitation · Souk'
  }, [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    setBusy(true)
    try {
      await acceptInvitation({ token, password })
      location.replace('#/')
      location.reload()
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
  }
  return (
    <main className="sign-in">
      <form className="card" onSubmit={submit}>
        <h1>
          Souk <span>back office</span>
        </h1>
        <p>You are invited. Choose a password, and you are in.</p>
        <div className="field">
          <label htmlFor="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={8}
            maxLength={128}
            required
          />
          <span className="hint">At least eight characters, and none of those everybody guesses first.</span>
        </div>
        {error !== undefined && <Trouble error={error} />}
        <button type="submit" className="primary" disabled={isBusy}>
          {isBusy ? 'One moment…' : 'Choose it'}
        </button>
      </form>
    </main>
  )
}
