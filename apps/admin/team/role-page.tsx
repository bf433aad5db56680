import { useEditContext, useRedirect } from 'react-admin'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { useMay } from '../session/use-may.ts'
import { RoleFields } from './role-fields.tsx'
import type { Role } from './team.ts'

/** One role, and what everybody who has it may do. */
export default function RolePage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: role } = useEditContext<Role>()
  const redirect = useRedirect()
  const mayWrite = useMay('staff:write') && !role?.isBuiltIn
  if (!role) return null
  const remove = async () => {
    await ask(`/admin/v1/roles/${role.id}`, { method: 'DELETE', version: role.version })
    redirect('list', 'roles')
  }
  return (
    <Page
      title={role.name}
      back={{ title: 'Roles', href: listOf('roles') }}
      actions={
        mayWrite && (
          <ConfirmButton
            label="Remove"
            title={`Remove the role “${role.name}”?`}
            explain="Only a role that nobody has can go. This cannot be undone."
            done="The role is gone."
            isDanger
            isLeaving
            work={remove}
          />
        )
      }
    >
      {role.isBuiltIn && <p className="hint">This role came with the shop and stays as it is.</p>}
      <EditForm mayWrite={mayWrite}>
        <RoleFields />
      </EditForm>
    </Page>
  )
}
