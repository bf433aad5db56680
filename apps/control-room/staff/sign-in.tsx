import { type FormEvent, useState } from 'react'
import type { Trouble } from '../asking/ask.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import type { SignedIn } from './use-staff.ts'

/** For whoever is not let in: why, and the way in. */
export function SignIn({ why, signedIn: { staff, signIn, signOut } }: { why: string; signedIn: SignedIn }) {
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBusy, setBusy] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setTrouble(await signIn({ email: String(form.get('email')), password: String(form.get('password')) }))
    setBusy(false)
  }
  return (
    <section className="panel sign-in">
      <h2>Sign in</h2>
      <p>{why}</p>
      {staff && (
        <button type="button" className="button quiet" onClick={() => void signOut()}>
          Sign out {staff.email}
        </button>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <label htmlFor="email">E-mail</label>
        <input id="email" name="email" type="email" autoComplete="username" required />
        <label htmlFor="password">Password</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
        {trouble && <TroubleNote trouble={trouble} />}
        <button type="submit" className="button" aria-disabled={isBusy}>
          {isBusy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </section>
  )
}
