import { useEditContext } from 'react-admin'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { RemoveButton } from '../parts/remove-button.tsx'
import { useMay } from '../session/use-may.ts'
import { OptionFields } from './option-fields.tsx'
import type { Option } from './shipping.ts'

/** One way to deliver, and what it costs where. */
export default function OptionPage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: option } = useEditContext<Option>()
  const mayWrite = useMay('shipping:write')
  if (!option) return null
  return (
    <Page
      title={option.name}
      back={{ title: 'Shipping', href: listOf('shipping-options') }}
      actions={
        mayWrite && (
          <RemoveButton
            resource="shipping-options"
            record={option}
            name={option.name}
            explain="Carts are not offered it any more; orders keep theirs. This cannot be undone."
          />
        )
      }
    >
      <EditForm mayWrite={mayWrite}>
        <OptionFields />
      </EditForm>
    </Page>
  )
}
