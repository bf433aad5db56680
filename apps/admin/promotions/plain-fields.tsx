import { Field } from '../parts/field.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A whole number from one on. */
export const CountField = ({ label, value, onChange }: NumberFieldProps) => (
  <Field label={label}>
    {(input) => (
      <input
        {...input}
        type="number"
        min={1}
        step={1}
        required
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    )}
  </Field>
)

interface PercentFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A percentage as text: `7.25`. */
export const PercentField = ({ label, value, onChange }: PercentFieldProps) => (
  <Field label={label} hint="Such as 10 or 7.5.">
    {(input) => (
      <input
        {...input}
        inputMode="decimal"
        pattern="100|[0-9]{1,2}([.][0-9]{1,4})?"
        required
        value={value}
        onChange={(event) => onChange(event.target.value.replace(',', '.'))}
      />
    )}
  </Field>
)
