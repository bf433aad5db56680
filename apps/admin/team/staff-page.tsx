import { useEditContext, useGetList } from 'react-admin'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { TextInput } from '../parts/inputs.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { useMay } from '../session/use-may.ts'
import { ChecksInput } from './checks-input.tsx'
import { SCOPES } from './scope-list.ts'
import type { Member, NamedRole } from './team.ts'

/** One of the staff: what they are called and what they may do. */
export default function StaffPage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: member } = useEditContext<Member>()
  const mayWrite = useMay('staff:write')
  if (!member) return null
  return (
    <Page
      title={member.name}
      back={{ title: 'Staff', href: listOf('staff') }}
      actions={mayWrite && <Doors member={member} />}
    >
      <p>
        {member.email} <Status state={member.status} />
      </p>
      <EditForm mayWrite={mayWrite}>
        <Section title="Who, and what they may do">
          <div className="fields">
            <TextInput source="name" label="Name" isRequired maxLength={120} />
            <Grants />
          </div>
        </Section>
      </EditForm>
    </Page>
  )
}

const MOST = 100

/** Roles, and what is allowed beside them. */
export function Grants() {
  const { data: roles = [] } = useGetList<NamedRole>('roles', { pagination: { page: 1, perPage: MOST } })
  return (
    <>
      <ChecksInput source="roleIds" legend="Roles" choices={roles.map(({ id, name }) => [id, name])} />
      <ChecksInput
        source="extraScopes"
        legend="Besides their roles"
        choices={SCOPES.map((scope) => [scope, scope])}
      />
    </>
  )
}

function Doors({ member: { id, name, status } }: { readonly member: Member }) {
  const path = `/admin/v1/staff/${id}`
  if (status === 'deactivated')
    return (
      <ConfirmButton
        label="Let in again"
        title={`Let ${name} in again?`}
        explain="They can sign in as before."
        done="They can sign in again."
        work={() => ask(`${path}/reactivate`, { method: 'POST' })}
      />
    )
  return (
    <>
      {status === 'invited' && (
        <ConfirmButton
          label="Send the invitation again"
          title="Send another invitation?"
          explain="The link of the older mail opens nothing any more."
          done="The invitation is sent."
          work={() => ask(`${path}/invitation`, { method: 'POST' })}
        />
      )}
      <ConfirmButton
        label="Lock out"
        title={`Lock ${name} out?`}
        explain="Their sessions end within seconds. You can let them in again."
        done="They are locked out."
        isDanger
        work={() => ask(`${path}/deactivate`, { method: 'POST' })}
      />
    </>
  )
}
