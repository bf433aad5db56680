import { ListPage } from '../parts/list-page.tsx'
import { editOf, newOf } from '../parts/paths.ts'
import { Status } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { useMay } from '../session/use-may.ts'
import { type Promotion, tellAction } from './rules.ts'
import { TestCart } from './test-cart.tsx'

const COLUMNS: readonly Column<Promotion>[] = [
  { title: 'Promotion', cell: ({ id, title }) => <a href={editOf('promotions', id)}>{title}</a> },
  { title: 'Gives', cell: ({ action }) => tellAction(action) },
  { title: 'By', cell: ({ requiresCode }) => (requiresCode ? 'a code' : 'itself') },
  { title: 'Until', cell: ({ endsAt }) => (endsAt ? <When at={endsAt} /> : 'no end') },
  { title: 'Status', cell: ({ isActive }) => <Status state={isActive ? 'active' : 'off'} /> },
]

/** What is given, and a cart to try it on. */
export default function PromotionList() {
  const mayWrite = useMay('pricing:write')
  return (
    <>
      <ListPage<Promotion>
        title="Promotions"
        columns={COLUMNS}
        empty="Nothing is given yet. Make a promotion: carts follow at once."
        actions={
          mayWrite && (
            <a className="button primary" href={newOf('promotions')}>
              New promotion
            </a>
          )
        }
      />
      <TestCart />
    </>
  )
}
