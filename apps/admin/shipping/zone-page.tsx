import { useEditContext } from 'react-admin'
import { tidyCountries } from '../parts/countries-input.tsx'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { RemoveButton } from '../parts/remove-button.tsx'
import { useMay } from '../session/use-may.ts'
import type { Zone } from './shipping.ts'
import { ZoneFields } from './zone-fields.tsx'

/** One place the shop delivers to. */
export default function ZonePage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: zone } = useEditContext<Zone>()
  const mayWrite = useMay('shipping:write')
  if (!zone) return null
  return (
    <Page
      title={zone.name}
      back={{ title: 'Shipping', href: listOf('shipping-options') }}
      actions={
        mayWrite && (
          <RemoveButton
            resource="shipping-zones"
            list="shipping-options"
            record={zone}
            name={zone.name}
            explain="Nothing is delivered there any more. This cannot be undone."
          />
        )
      }
    >
      {zone.areas.length > 0 && (
        <p className="hint">And {zone.areas.length} parts of countries, which stay as they are.</p>
      )}
      <EditForm mayWrite={mayWrite} tidy={tidyCountries}>
        <ZoneFields />
      </EditForm>
    </Page>
  )
}
