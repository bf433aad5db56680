import { NewPage } from '../parts/new-page.tsx'
import { TaxFields } from './tax-fields.tsx'

/** One more tax; quotes follow at once. */
export default function NewTax() {
  return (
    <NewPage
      title="New tax rate"
      back="Taxes"
      resource="tax-rates"
      submit="Add the rate"
      values={{
        name: '',
        rate: '',
        country: '',
        region: null,
        postalCode: null,
        taxClass: 'standard',
        priority: 0,
      }}
    >
      <TaxFields />
    </NewPage>
  )
}
