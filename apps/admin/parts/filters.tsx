import { useEffect, useId, useState } from 'react'
import { useListContext } from 'react-admin'

interface FilterProps {
  readonly name: string
  readonly label: string
}

const TYPING_MS = 300

/** Sets one filter of the list around it; an empty one is taken off. */
function useFilter(name: string): [string, (value: string) => void] {
  const { filterValues, setFilters } = useListContext()
  const set = (value: string) => {
    const { [name]: _, ...others } = filterValues
    setFilters(value === '' ? others : { ...others, [name]: value })
  }
  return [String(filterValues[name] ?? ''), set]
}

/** A word to look for; the list follows when one stops typing. */
export function TextFilter({ name, label }: FilterProps) {
  const [value, set] = useFilter(name)
  const [typed, setTyped] = useState(value)
  const id = useId()
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => set(typed), TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </div>
  )
}

interface ChoiceFilterProps extends FilterProps {
  readonly choices: Readonly<Record<string, string>>
}

/** One of a few words, or any. */
export function ChoiceFilter({ name, label, choices }: ChoiceFilterProps) {
  const [value, set] = useFilter(name)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.target.value)}>
        <option value="">Any</option>
        {Object.entries(choices).map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
