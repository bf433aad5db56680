import { useInput } from 'react-admin'

interface ChecksInputProps {
  readonly source: string
  readonly legend: string
  readonly choices: readonly (readonly [string, string])[]
}

/** Any of a few. */
export function ChecksInput({ source, legend, choices }: ChecksInputProps) {
  const { field, fieldState } = useInput({ source, defaultValue: [] })
  const chosen: readonly string[] = field.value ?? []
  const toggle = (one: string) =>
    field.onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="checks">
        {choices.map(([one, words]) => (
          <label key={one} className="check">
            <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} />
            {words}
          </label>
        ))}
      </div>
      {fieldState.error && <span className="fault">{fieldState.error.message}</span>}
    </fieldset>
  )
}
