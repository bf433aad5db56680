import { Form, useNavigation } from 'react-router'
import { Field } from './field.tsx'

interface Props {
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly missing: Readonly<Record<string, string>>
  readonly isKnown: boolean
}

const COUNTRIES = ['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FR', 'GB', 'IE', 'IT', 'NL', 'PL', 'PT', 'SE', 'US']
const names = new Intl.DisplayNames('en', { type: 'region' })

/** Who buys and where it goes; what a browser knows of it, it may fill in. */
export function AddressForm({ typed, missing, isKnown }: Props) {
  const isBusy = useNavigation().formData?.get('intent') === 'address'
  const of = (name: string) => ({ name, value: typed[name], wrong: missing[name] })
  return (
    <Form method="post" className="panel p-6" aria-labelledby="who" noValidate>
      <input type="hidden" name="intent" value="address" />
      <h2 id="who" className="mb-4 text-2xl">
        Who buys, and where it goes
      </h2>
      <div className="grid gap-4 sm:grid-cols-6">
        <Field {...of('email')} title="E-mail" type="email" autoComplete="email" className="sm:col-span-6" />
        <Field {...of('name')} title="Name" autoComplete="name" className="sm:col-span-6" />
        <Field
          {...of('line1')}
          title="Street and number"
          autoComplete="address-line1"
          className="sm:col-span-4"
        />
        <Field
          {...of('line2')}
          title="More (optional)"
          autoComplete="address-line2"
          className="sm:col-span-2"
        />
        <Field
          {...of('postalCode')}
          title="Postal code"
          autoComplete="postal-code"
          className="sm:col-span-2"
        />
        <Field {...of('city')} title="Town" autoComplete="address-level2" className="sm:col-span-2" />
        <label className="sm:col-span-2">
          <span className="text-sm text-soft">Country</span>
          <select
            name="country"
            className="field"
            autoComplete="country"
            defaultValue={typed.country ?? 'DE'}
          >
            {COUNTRIES.map((code) => (
              <option key={code} value={code}>
                {names.of(code)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="submit" className={`mt-6 ${isKnown ? 'button-quiet' : 'button'}`} disabled={isBusy}>
        {isKnown ? 'Change' : 'Go on to delivery'}
      </button>
    </Form>
  )
}
