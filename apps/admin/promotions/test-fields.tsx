import { Field } from '../parts/field.tsx'
import { PricesField } from '../parts/prices-field.tsx'
import { ItemsField } from './items-field.tsx'
import { CountField } from './plain-fields.tsx'
import { blankTest, TEST_KINDS, type Test } from './rules.ts'
import { WordsField } from './words-field.tsx'

interface TestFieldsProps {
  readonly test: Test
  readonly onChange: (test: Test) => void
  readonly onRemove: () => void
}

/** One thing that is asked of a cart. */
export function TestFields({ test, onChange, onRemove }: TestFieldsProps) {
  const turn = (isNot: boolean) => {
    const { not: _, ...plain } = test
    onChange(isNot ? { ...plain, not: true } : plain)
  }
  return (
    <div className="fields test">
      <div className="pair">
        <Field label="What is asked">
          {(input) => (
            <select
              {...input}
              value={test.kind}
              onChange={(event) => onChange(blankTest(event.target.value as Test['kind']))}
            >
              {Object.entries(TEST_KINDS).map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="check">
          <input
            type="checkbox"
            checked={test.not ?? false}
            onChange={(event) => turn(event.target.checked)}
          />
          Turned round: not so
        </label>
        <button type="button" className="small" onClick={onRemove}>
          Remove
        </button>
      </div>
      <Asked test={test} onChange={onChange} />
    </div>
  )
}

function Asked({ test, onChange }: Omit<TestFieldsProps, 'onRemove'>) {
  switch (test.kind) {
    case 'subtotal':
      return (
        <>
          <PricesField
            legend="At least"
            prices={test.atLeast}
            onChange={(atLeast) => onChange({ ...test, atLeast: atLeast ?? [] })}
          />
          <ItemsField
            label="Of which products"
            items={test.items}
            onChange={(items) => onChange({ ...test, items })}
          />
        </>
      )
    case 'quantity':
      return (
        <div className="pair">
          <CountField
            label="At least"
            value={test.atLeast}
            onChange={(atLeast) => onChange({ ...test, atLeast })}
          />
          <ItemsField
            label="Of which products"
            items={test.items}
            onChange={(items) => onChange({ ...test, items })}
          />
        </div>
      )
    case 'destination':
      return (
        <WordsField
          label="Countries"
          hint="Two letters each, such as DE, FR."
          words={test.countries}
          onChange={(words) => onChange({ ...test, countries: words.map((word) => word.toUpperCase()) })}
        />
      )
    case 'customer_group':
      return (
        <WordsField
          label="Groups"
          hint="Their keys, with commas between them."
          words={test.groups}
          onChange={(groups) => onChange({ ...test, groups })}
        />
      )
  }
}
