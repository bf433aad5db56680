import { CountriesInput } from '../parts/countries-input.tsx'
import { OptionalTextInput, TextInput } from '../parts/inputs.tsx'
import { Section } from '../parts/section.tsx'

/** What lies in a zone, and until when an order leaves the same day. */
export const ZoneFields = () => (
  <Section title="Where it is">
    <div className="fields">
      <TextInput source="name" label="Name" isRequired maxLength={120} />
      <CountriesInput source="countries" label="Countries" />
      <div className="pair">
        <OptionalTextInput
          source="cutOff"
          label="Leaves the same day until"
          hint="Such as 14:00. Empty: the end of the day."
          pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
        />
        <TextInput source="timeZone" label="Time zone" hint="Such as Europe/Berlin." isRequired />
      </div>
    </div>
  </Section>
)
