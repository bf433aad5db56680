import { useState } from 'react'
import { Field } from '../parts/field.tsx'
import { wordsOf } from './rules.ts'

interface WordsFieldProps {
  readonly label: string
  readonly hint: string
  readonly words: readonly string[]
  readonly onChange: (words: string[]) => void
}

/** Words with commas between them. */
export function WordsField({ label, hint, words, onChange }: WordsFieldProps) {
  const [typed, setTyped] = useState(words.join(', '))
  return (
    <Field label={label} hint={hint}>
      {(input) => (
        <input
          {...input}
          required
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(wordsOf(event.target.value))
          }}
        />
      )}
    </Field>
  )
}
