import { ListPage } from '../parts/list-page.tsx'
import { editOf, newOf } from '../parts/paths.ts'
import type { Column } from '../parts/table.tsx'
import { useMay } from '../session/use-may.ts'
import type { Role } from './team.ts'

const COLUMNS: readonly Column<Role>[] = [
  { title: 'Role', cell: ({ id, name }) => <a href={editOf('roles', id)}>{name}</a> },
  { title: 'May', cell: ({ scopes }) => scopes.join(', ') },
  { title: 'Made', cell: ({ isBuiltIn }) => (isBuiltIn ? 'with the shop' : 'here') },
]

/** Named sets of what somebody may do. */
export default function RoleList() {
  const mayWrite = useMay('staff:write')
  return (
    <ListPage<Role>
      title="Roles"
      columns={COLUMNS}
      empty="There are no roles yet."
      actions={
        mayWrite && (
          <a className="button primary" href={newOf('roles')}>
            New role
          </a>
        )
      }
    />
  )
}
