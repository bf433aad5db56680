import { ListPage } from '../parts/list-page.tsx'
import { editOf, newOf } from '../parts/paths.ts'
import { Status } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import { useMay } from '../session/use-may.ts'
import type { Member } from './team.ts'

const COLUMNS: readonly Column<Member>[] = [
  { title: 'Name', cell: ({ id, name }) => <a href={editOf('staff', id)}>{name}</a> },
  { title: 'E-mail address', cell: ({ email }) => email },
  {
    title: 'Roles',
    cell: ({ roles, extraScopes }) =>
      [...roles.map(({ name }) => name), ...extraScopes].join(', ') || 'may do nothing yet',
  },
  { title: 'Status', cell: ({ status }) => <Status state={status} /> },
]

/** Who works here, or did. */
export default function StaffList() {
  const mayWrite = useMay('staff:write')
  return (
    <ListPage<Member>
      title="Staff"
      columns={COLUMNS}
      empty="Nobody works here."
      actions={
        mayWrite && (
          <a className="button primary" href={newOf('staff')}>
            Invite somebody
          </a>
        )
      }
    />
  )
}
