import { tidyCountries } from '../parts/countries-input.tsx'
import { TextInput } from '../parts/inputs.tsx'
import { NewPage } from '../parts/new-page.tsx'
import { Section } from '../parts/section.tsx'
import { ZoneFields } from './zone-fields.tsx'

/** One more place to deliver to. */
export default function NewZone() {
  return (
    <NewPage
      title="New shipping zone"
      back="Shipping"
      backTo="shipping-options"
      resource="shipping-zones"
      submit="Add the zone"
      values={{ id: '', name: '', countries: [], timeZone: 'Europe/Berlin', cutOff: null }}
      tidy={tidyCountries}
    >
      <Section title="Its key">
        <TextInput
          source="id"
          label="Key"
          hint="Small letters, digits and hyphens, such as home. It stays for good."
          isRequired
          maxLength={40}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
        />
      </Section>
      <ZoneFields />
    </NewPage>
  )
}
