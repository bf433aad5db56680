import { verifyEmail } from '@souk/contracts/accounts'
import { data, Form, redirect, useSearchParams } from 'react-router'
import { signedIn } from '../server/signed-in.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/verify-email'

/** By a button, as programs that look at mails follow their links. */
export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const token = String((await request.formData()).get('token') ?? '')
  const verified = await visitor.ask(verifyEmail, { token })
  if (!verified.ok)
    return data({ trouble: 'This link was used already, or is too old. Sign in to get another one.' }, 422)
  return redirect('/account', { headers: signedIn(verified.body, visitor) })
}

export const meta: Route.MetaFunction = () => [{ title: 'Your e-mail address · Souk' }]

export default function VerifyEmail({ actionData }: Route.ComponentProps) {
  const [asked] = useSearchParams()
  return (
    <Form method="post" className="panel mx-auto max-w-md space-y-4 p-6">
      <h1 className="text-2xl">Is this your e-mail address?</h1>
      {actionData?.trouble && (
        <p role="alert" className="rounded-m bg-bad-tint p-4 text-bad">
          {actionData.trouble}
        </p>
      )}
      <input type="hidden" name="token" value={asked.get('token') ?? ''} />
      <button type="submit" className="button w-full">
        Yes, it is mine
      </button>
    </Form>
  )
}
