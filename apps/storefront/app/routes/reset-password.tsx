import { requestPasswordReset, resetPassword } from '@souk/contracts/accounts'
import { data, Form, redirect, useSearchParams } from 'react-router'
import { Field } from '../parts/field.tsx'
import { inWords } from '../server/in-words.ts'
import { signedIn } from '../server/signed-in.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/reset-password'

const SENT = 'If there is an account with this address, a mail with a link is on its way to it.'

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const token = typed('token')
  if (token === '') {
    const asked = await visitor.ask(requestPasswordReset, { email: typed('email').trim() })
    return asked.ok ? { said: SENT } : data({ trouble: inWords(asked.refusal) }, 422)
  }
  const reset = await visitor.ask(resetPassword, { token, password: typed('password') })
  if (!reset.ok) return data({ trouble: inWords(reset.refusal) }, 422)
  return redirect('/account', { headers: signedIn(reset.body, visitor) })
}

export const meta: Route.MetaFunction = () => [{ title: 'Another password · Souk' }]

export default function ResetPassword({ actionData }: Route.ComponentProps) {
  const token = useSearchParams()[0].get('token') ?? ''
  const told: { readonly said?: string; readonly trouble?: string } = actionData ?? {}
  return (
    <Form method="post" className="panel mx-auto max-w-md space-y-4 p-6">
      <h1 className="text-2xl">{token ? 'Choose another password' : 'Forgot your password?'}</h1>
      <div role="alert" className="empty:hidden">
        {told.trouble && <p className="rounded-m bg-bad-tint p-4 text-bad">{told.trouble}</p>}
        {told.said && <p className="rounded-m bg-good-tint p-4 text-good">{told.said}</p>}
      </div>
      <input type="hidden" name="token" value={token} />
      {token ? (
        <Field
          name="password"
          title="Password, eight characters at least"
          type="password"
          autoComplete="new-password"
        />
      ) : (
        <Field name="email" title="E-mail" type="email" autoComplete="email" />
      )}
      <button type="submit" className="button w-full">
        {token ? 'Take this password' : 'Send me a link'}
      </button>
    </Form>
  )
}
