import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { usePermissions } from 'react-admin'
import { type Found, findEverywhere } from './find-everywhere.ts'

/** Looks for a word among orders, products and customers at once. */
export function Search() {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const words = useDeferredValue(typed.trim())
  const listId = useId()
  const { permissions = [] } = usePermissions<readonly string[]>()
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['search', words, permissions],
    queryFn: ({ signal }) => findEverywhere({ words, scopes: permissions }, signal),
    enabled: words.length > 1,
  })
  const close = () => {
    setTyped('')
    setChosen(0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((chosen + step + found.length) % Math.max(1, found.length))
    }
    const one = found[chosen]
    if (event.key === 'Enter' && one) {
      location.hash = one.href
      close()
    }
  }
  const isOpen = words.length > 1 && typed !== ''
  return (
    <search className="search" onKeyDown={press}>
      <input
        id="search"
        type="search"
        placeholder="Search orders, products, customers"
        aria-label="Search orders, products and customers"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && found[chosen] ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
      />
      {isOpen && <Results {...{ listId, found, chosen, isFetching }} onChoose={close} />}
    </search>
  )
}

interface ResultsProps {
  readonly listId: string
  readonly found: readonly Found[]
  readonly chosen: number
  readonly isFetching: boolean
  readonly onChoose: () => void
}

function Results({ listId, found, chosen, isFetching, onChoose }: ResultsProps) {
  return (
    <div className="results">
      <div id={listId} role="listbox" aria-label="Found">
        {found.map(({ kind, title, href }, index) => (
          <a
            key={href}
            id={`${listId}-${index}`}
            href={href}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={onChoose}
          >
            <span className="kind">{kind}</span> {title}
          </a>
        ))}
      </div>
      {found.length === 0 && <p className="hint">{isFetching ? 'Looking…' : 'Nothing found.'}</p>}
    </div>
  )
}
