import { NumberInput, OptionalTextInput, TextInput } from '../parts/inputs.tsx'
import { Section } from '../parts/section.tsx'

/** What is charged, and where. */
export const TaxFields = () => (
  <Section title="What is charged, and where">
    <div className="fields">
      <div className="pair">
        <TextInput source="name" label="Name" hint="As invoices show it." isRequired maxLength={120} />
        <TextInput
          source="rate"
          label="Per cent"
          hint="Such as 19 or 7.25."
          isRequired
          pattern="100|[0-9]{1,2}([.][0-9]{1,4})?"
        />
      </div>
      <div className="pair">
        <TextInput source="country" label="Country" hint="Two letters." isRequired pattern="[A-Z]{2}" />
        <OptionalTextInput source="region" label="Region" hint="Empty: all of the country." maxLength={20} />
        <OptionalTextInput source="postalCode" label="Postal codes begin with" pattern="[A-Z0-9\-]{1,12}" />
      </div>
      <div className="pair">
        <TextInput source="taxClass" label="Goods of the class" isRequired maxLength={40} />
        <NumberInput
          source="priority"
          label="Priority"
          hint="Of rates that fit, the highest counts."
          min={0}
          isRequired
        />
      </div>
    </div>
  </Section>
)
