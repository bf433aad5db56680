import { NewPage } from '../parts/new-page.tsx'
import { RoleFields } from './role-fields.tsx'

/** A set of what somebody may do, under a name. */
export default function NewRole() {
  return (
    <NewPage
      title="New role"
      back="Roles"
      resource="roles"
      submit="Add the role"
      values={{ name: '', scopes: [] }}
    >
      <RoleFields />
    </NewPage>
  )
}
