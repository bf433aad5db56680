import { type FormEvent, useEffect, useState } from 'react'
import { useLogin } from 'react-admin'
import { Trouble } from '../parts/trouble.tsx'

/** The door of the back office. */
export function SignIn() {
  const login = useLogin()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    document.title = 'Sign in · Souk'
  }, [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    setBusy(true)
    setError(undefined)
    try {
      await login({ email: given.get('email'), password: given.get('password') })
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
        <div className="field">
          <label htmlFor="email">E-mail address</label>
          <input id="email" name="email" type="email" autoComplete="username" required />
        </div>
        <div className="field">
          <label htmlFor="password">Password</label>
          <input id="password" name="password" type="password" autoComplete="current-password" required />
        </div>
        {error !== undefined && <Trouble error={error} />}
        <button type="submit" className="primary" disabled={isBusy}>
          {isBusy ? 'One moment…' : 'Sign in'}
        </button>
      </form>
    </main>
  )
}
