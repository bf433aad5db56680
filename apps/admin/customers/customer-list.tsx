import { TextFilter } from '../parts/filters.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { showOf } from '../parts/paths.ts'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import type { ListedCustomer } from './customer.ts'

const COLUMNS: readonly Column<ListedCustomer>[] = [
  { title: 'Name', cell: ({ id, name }) => <a href={showOf('customers', id)}>{name}</a> },
  { title: 'E-mail address', cell: ({ email }) => email },
  { title: 'Verified', cell: ({ emailVerified }) => (emailVerified ? 'Yes' : 'No') },
  { title: 'Since', cell: ({ createdAt }) => <When at={createdAt} /> },
]

/** Who has an account; looking is recorded. */
export default function CustomerList() {
  return (
    <ListPage<ListedCustomer>
      title="Customers"
      columns={COLUMNS}
      empty="Nobody has an account yet. Guests are found by their orders."
      filters={<TextFilter name="q" label="How the name or the e-mail address begins" />}
    />
  )
}
