import type { Units } from './possible.ts'

interface UnitsFieldProps {
  readonly legend: string
  readonly rows: readonly Units[]
  readonly units: Readonly<Record<string, number>>
  readonly onChange: (units: Readonly<Record<string, number>>) => void
}

/** How many of each line, none of it by default. */
export function UnitsField({ legend, rows, units, onChange }: UnitsFieldProps) {
  return (
    <fieldset className="fields">
      <legend>{legend}</legend>
      {rows.map(({ line: { id, title, sku }, left }) => (
        <label key={id} className="units">
          <input
            className="narrow-number"
            type="number"
            min={0}
            max={left}
            step={1}
            value={units[id] ?? 0}
            onChange={(event) => onChange({ ...units, [id]: Number(event.target.value) })}
          />
          <span>
            of {left} · {title} <code className="hint">{sku}</code>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
