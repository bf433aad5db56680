import type { ReactNode } from 'react'
import { useInput } from 'react-admin'
import { Field } from './field.tsx'

interface InputProps {
  readonly source: string
  readonly label: string
  readonly hint?: ReactNode
  readonly isRequired?: boolean
}

/** Text is sent as it stands: react-admin would make nothing of an empty one. */
const asItIs = (value: unknown) => value

function useText(source: string) {
  const { field, fieldState } = useInput({ source, parse: asItIs })
  return { field, error: fieldState.error?.message }
}

interface TextInputProps extends InputProps {
  readonly type?: 'text' | 'email' | 'number'
  readonly maxLength?: number
  readonly pattern?: string
  readonly placeholder?: string
}

/** A line of text. */
export function TextInput({ source, label, hint, isRequired, ...more }: TextInputProps) {
  const { field, error } = useText(source)
  return (
    <Field label={label} hint={hint} error={error}>
      {(input) => <input {...input} {...field} {...more} required={isRequired} autoComplete="off" />}
    </Field>
  )
}

/** A line of text that may be missing: an empty one is none. */
export function OptionalTextInput({ source, label, hint, ...more }: Omit<TextInputProps, 'isRequired'>) {
  const { field, fieldState } = useInput({ source, parse: (typed: string) => (typed === '' ? null : typed) })
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(input) => <input {...input} {...field} {...more} autoComplete="off" />}
    </Field>
  )
}

/** Several lines of text. */
export function LongTextInput({ source, label, hint, rows = 6 }: InputProps & { readonly rows?: number }) {
  const { field, error } = useText(source)
  return (
    <Field label={label} hint={hint} error={error}>
      {(input) => <textarea {...input} {...field} rows={rows} />}
    </Field>
  )
}

/** A whole number, or nothing where that may be. */
export function NumberInput({ source, label, hint, isRequired, ...more }: InputProps & { min?: number }) {
  const { field, fieldState } = useInput({
    source,
    parse: (typed: string) => (typed === '' ? null : Number(typed)),
  })
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(input) => <input {...input} {...field} {...more} type="number" step={1} required={isRequired} />}
    </Field>
  )
}

/** Yes or no. */
export function CheckInput({ source, label }: InputProps) {
  const { field, id } = useInput({ source, type: 'checkbox', defaultValue: false })
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={Boolean(field.value)}
        onChange={(event) => field.onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

/** Words with commas between them, such as tags. */
export function WordsInput({ source, label, hint }: InputProps) {
  const { field, fieldState } = useInput({
    source,
    format: (words?: readonly string[]) => (words ?? []).join(', '),
    parse: (typed: string) => typed.split(',').map((word) => word.trimStart()),
  })
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(input) => <input {...input} {...field} autoComplete="off" />}
    </Field>
  )
}

/** A moment, typed in the reader’s time zone and kept in UTC; or none. */
export function MomentInput({ source, label, hint }: InputProps) {
  const { field, fieldState } = useInput({
    source,
    format: (at: string | null | undefined) => (at ? localText(new Date(at)) : ''),
    parse: (typed: string) => (typed === '' ? null : new Date(typed).toISOString()),
  })
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(input) => <input {...input} {...field} type="datetime-local" />}
    </Field>
  )
}

function localText(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}
