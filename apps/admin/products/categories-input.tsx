import { useInput } from 'react-admin'
import { type Branch, treeOf } from '../categories/tree.ts'
import { useCategories } from '../categories/use-categories.ts'

/** Which categories a product is in. */
export function CategoriesInput() {
  const { field, fieldState } = useInput({ source: 'categoryIds' })
  const { data: categories = [] } = useCategories()
  const chosen: readonly string[] = field.value ?? []
  const toggle = (id: string) =>
    field.onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="field">
      <legend>Categories</legend>
      <div className="scrolling">
        <Branches branches={treeOf(categories)} chosen={chosen} onToggle={toggle} />
      </div>
      {fieldState.error && <span className="fault">{fieldState.error.message}</span>}
    </fieldset>
  )
}

interface BranchesProps {
  readonly branches: readonly Branch[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}

function Branches({ branches, chosen, onToggle }: BranchesProps) {
  return (
    <ul className="tree">
      {branches.map(({ id, name, children }) => (
        <li key={id}>
          <label className="check">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
            {name}
          </label>
          {children.length > 0 && <Branches branches={children} chosen={chosen} onToggle={onToggle} />}
        </li>
      ))}
    </ul>
  )
}
