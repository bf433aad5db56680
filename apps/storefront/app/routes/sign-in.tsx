import { login, register } from '@souk/contracts/accounts'
import { data, Form, Link, redirect, useSearchParams } from 'react-router'
import { Field } from '../parts/field.tsx'
import { inWords } from '../server/in-words.ts'
import { signedIn } from '../server/signed-in.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/sign-in'

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '').trim()
  const [email, password, name] = [typed('email'), String(form.get('password') ?? ''), typed('name')]
  const isNew = form.get('intent') === 'register'
  const answered = isNew
    ? await visitor.ask(register, { email, password, name })
    : await visitor.ask(login, { email, password })
  if (!answered.ok) return data({ trouble: inWords(answered.refusal), isNew, email, name }, { status: 422 })
  const headers = signedIn(answered.body, visitor)
  return redirect(`/cart/claim${new URL(request.url).search}`, { headers })
}

export const meta: Route.MetaFunction = () => [{ title: 'Sign in · Souk' }]

export default function SignIn({ actionData }: Route.ComponentProps) {
  const [asked] = useSearchParams()
  const told = actionData
  return (
    <div className="mx-auto grid max-w-4xl gap-8 md:grid-cols-2">
      <Door
        title="Sign in"
        intent="login"
        search={asked.toString()}
        trouble={told && !told.isNew ? told.trouble : undefined}
        email={told?.email}
      />
      <Door
        title="Or make an account"
        intent="register"
        search={asked.toString()}
        trouble={told?.isNew ? told.trouble : undefined}
        email={told?.email}
        name={told?.name}
      />
    </div>
  )
}

interface DoorProps {
  readonly title: string
  readonly intent: 'login' | 'register'
  readonly search: string
  readonly trouble: string | undefined
  readonly email: string | undefined
  readonly name?: string | undefined
}

function Door({ title, intent, search, trouble, email, name }: DoorProps) {
  const isNew = intent === 'register'
  const Headline = isNew ? 'h2' : 'h1'
  return (
    <Form method="post" action={`/sign-in?${search}`} className="panel space-y-4 p-6">
      <Headline className="text-2xl">{title}</Headline>
      {trouble && (
        <p role="alert" className="rounded-m bg-bad-tint p-4 text-bad">
          {trouble}
        </p>
      )}
      <input type="hidden" name="intent" value={intent} />
      {isNew && <Field id="new-name" name="name" title="Name" value={name} autoComplete="name" />}
      <Field
        id={`${intent}-email`}
        name="email"
        title="E-mail"
        type="email"
        value={email}
        autoComplete="email"
      />
      <Field
        id={`${intent}-password`}
        name="password"
        title={isNew ? 'Password, eight characters at least' : 'Password'}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      <button type="submit" className={isNew ? 'button-quiet' : 'button'}>
        {isNew ? 'Make an account' : 'Sign in'}
      </button>
      {!isNew && (
        <p>
          <Link to="/reset-password" className="text-clay underline">
            Forgot your password?
          </Link>
        </p>
      )}
    </Form>
  )
}
