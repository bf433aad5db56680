import type { ReactNode } from 'react'
import { CreateBase, Form, useCreateContext } from 'react-admin'
import { Page } from './page.tsx'
import { listOf } from './paths.ts'

type Fields = Readonly<Record<string, unknown>>

interface NewPageProps {
  readonly title: string
  /** What the list it belongs to is called. */
  readonly back: string
  readonly resource: string
  /** Where that list is, where it is not the resource’s own. */
  readonly backTo?: string
  /** Makes what was typed what is sent. */
  readonly tidy?: (typed: Fields) => Fields
  readonly submit: string
  /** What the form begins with. */
  readonly values: Fields
  readonly children: ReactNode
}

/** A form that adds a record and leads to its page. */
export function NewPage({ title, back, resource, submit, values, children, ...more }: NewPageProps) {
  const { backTo = resource, tidy = (typed: Fields) => typed } = more
  const list = listOf(backTo)
  return (
    <CreateBase redirect="edit" mutationMode="pessimistic" transform={(typed: Fields) => given(tidy(typed))}>
      <Page title={title} back={{ title: back, href: list }}>
        <Form defaultValues={values}>
          {children}
          <CreateBar submit={submit} cancel={list} />
        </Form>
      </Page>
    </CreateBase>
  )
}

/** What was filled in: the shop has its own defaults for the rest. */
const given = (typed: Fields) =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null && value !== ''))

function CreateBar({ submit, cancel }: { readonly submit: string; readonly cancel: string }) {
  const { saving } = useCreateContext()
  return (
    <div className="save-bar">
      <a className="button" href={cancel}>
        Cancel
      </a>
      <button type="submit" className="primary" disabled={saving}>
        {saving ? 'Saving…' : submit}
      </button>
    </div>
  )
}
