import { useEditContext } from 'react-admin'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { RemoveButton } from '../parts/remove-button.tsx'
import { useMay } from '../session/use-may.ts'
import type { TaxRate } from './tax.ts'
import { TaxFields } from './tax-fields.tsx'

/** One tax. */
export default function TaxPage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: rate } = useEditContext<TaxRate>()
  const mayWrite = useMay('pricing:write')
  if (!rate) return null
  return (
    <Page
      title={`${rate.name}, ${rate.country}`}
      back={{ title: 'Taxes', href: listOf('tax-rates') }}
      actions={
        mayWrite && (
          <RemoveButton
            resource="tax-rates"
            record={rate}
            name={rate.name}
            explain="It is not charged any more; orders keep theirs. This cannot be undone."
          />
        )
      }
    >
      <EditForm mayWrite={mayWrite}>
        <TaxFields />
      </EditForm>
    </Page>
  )
}
