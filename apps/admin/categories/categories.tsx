import type { StaffCategory } from '@souk/contracts/catalog'
import { useState } from 'react'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useMay } from '../session/use-may.ts'
import { CategoryDialog } from './category-dialog.tsx'
import { type Branch, treeOf } from './tree.ts'
import { useCategories } from './use-categories.ts'

/** Where a new category goes, or the one that is edited. */
type Edited = { readonly category: StaffCategory } | { readonly parentId: string | null }

/** The tree of categories, to be added to, renamed and moved about. */
export default function Categories() {
  const { data: categories, error, refetch } = useCategories()
  const [edited, setEdited] = useState<Edited>()
  const mayWrite = useMay('products:write')
  const add = (
    <button type="button" className="primary" onClick={() => setEdited({ parentId: null })}>
      New category
    </button>
  )
  return (
    <Page title="Categories" actions={mayWrite && add}>
      {error && <Trouble error={error} onRetry={() => refetch()} />}
      {!categories && !error && <p className="loading">Loading…</p>}
      {categories?.length === 0 && <p className="empty">There are no categories yet.</p>}
      {categories && categories.length > 0 && (
        <div className="card">
          <Branches branches={treeOf(categories)} onEdit={mayWrite ? setEdited : undefined} />
        </div>
      )}
      {edited && categories && (
        <CategoryDialog {...edited} categories={categories} onClose={() => setEdited(undefined)} />
      )}
    </Page>
  )
}

interface BranchesProps {
  readonly branches: readonly Branch[]
  readonly onEdit: ((edited: Edited) => void) | undefined
}

function Branches({ branches, onEdit }: BranchesProps) {
  return (
    <ul className="tree">
      {branches.map(({ children, ...category }) => (
        <li key={category.id}>
          <div className="branch">
            <span>
              {category.name} <span className="hint">/{category.slug}</span>
            </span>
            {onEdit && (
              <span className="actions">
                <button type="button" className="small" onClick={() => onEdit({ category })}>
                  Edit<span className="unseen"> {category.name}</span>
                </button>
                <button type="button" className="small" onClick={() => onEdit({ parentId: category.id })}>
                  Add<span className="unseen"> a category to {category.name}</span>
                </button>
              </span>
            )}
          </div>
          {children.length > 0 && <Branches branches={children} onEdit={onEdit} />}
        </li>
      ))}
    </ul>
  )
}
