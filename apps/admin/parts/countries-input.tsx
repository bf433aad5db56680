import { useInput } from 'react-admin'
import { Field } from './field.tsx'

interface CountriesInputProps {
  readonly source: string
  readonly label: string
}

/** Countries by their two letters, with commas between them. */
export function CountriesInput({ source, label }: CountriesInputProps) {
  const { field, fieldState } = useInput({
    source,
    defaultValue: [],
    format: (countries?: readonly string[]) => (countries ?? []).join(', '),
    parse: (typed: string) =>
      typed
        .toUpperCase()
        .split(/[\s,]+/)
        .filter((country, at, all) => country !== '' || at === all.length - 1),
  })
  return (
    <Field label={label} hint="Two letters each, such as DE, FR." error={fieldState.error?.message}>
      {(input) => <input {...input} {...field} autoComplete="off" />}
    </Field>
  )
}

/** Without the empty one that stands for a comma just typed. */
export const tidyCountries = (typed: Readonly<Record<string, unknown>>) =>
  Array.isArray(typed.countries)
    ? { ...typed, countries: typed.countries.filter((one) => one !== '') }
    : typed
