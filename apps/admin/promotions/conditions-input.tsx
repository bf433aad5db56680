import { useInput } from 'react-admin'
import { blankTest, type Condition, type Test } from './rules.ts'
import { TestFields } from './test-fields.tsx'

/** When a promotion is given: all of its conditions hold, each by one of its tests. */
export function ConditionsInput() {
  const { field, fieldState } = useInput({ source: 'conditions' })
  const conditions: readonly Condition[] = field.value ?? []
  const change = (next: readonly Condition[]) => field.onChange(next)
  const put = (at: number, anyOf: Test[]) =>
    change(conditions.flatMap((one, index) => (index !== at ? [one] : anyOf.length > 0 ? [{ anyOf }] : [])))
  return (
    <div className="fields">
      {conditions.length === 0 && <p className="hint">Always. Add a condition to be choosier.</p>}
      {[...conditions.entries()].map(([at, { anyOf }]) => (
        <fieldset className="rule" key={`condition ${at} of ${conditions.length}`}>
          <legend>{at === 0 ? 'It is given if' : 'and if'}</legend>
          {[...anyOf.entries()].map(([which, test]) => (
            <div key={`test ${which} of ${anyOf.length} ${test.kind}`}>
              {which > 0 && <p className="hint">or</p>}
              <TestFields
                test={test}
                onChange={(next) =>
                  put(
                    at,
                    anyOf.map((one, index) => (index === which ? next : one)),
                  )
                }
                onRemove={() =>
                  put(
                    at,
                    anyOf.filter((_, index) => index !== which),
                  )
                }
              />
            </div>
          ))}
          <button type="button" className="small" onClick={() => put(at, [...anyOf, blankTest('subtotal')])}>
            Or…
          </button>
        </fieldset>
      ))}
      {fieldState.error && <p className="fault">{fieldState.error.message}</p>}
      <div>
        <button type="button" onClick={() => change([...conditions, { anyOf: [blankTest('subtotal')] }])}>
          Add a condition
        </button>
      </div>
    </div>
  )
}
