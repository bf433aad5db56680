interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly of: readonly string[]
  readonly onChoose: (value: string) => void
}

/** One of those that are there, or any: then what is chosen is empty. */
export function Choice({ label, value = '', of, onChoose }: ChoiceProps) {
  const offered = new Set([...of, ...(value ? [value] : [])])
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">any</option>
        {[...offered].sort().map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  )
}
