import { TextInput } from '../parts/inputs.tsx'
import { NewPage } from '../parts/new-page.tsx'
import { Section } from '../parts/section.tsx'
import { OptionFields } from './option-fields.tsx'

/** One more way to deliver. */
export default function NewOption() {
  return (
    <NewPage
      title="New shipping option"
      back="Shipping"
      resource="shipping-options"
      submit="Add the option"
      values={{ id: '', name: '', carrier: '', rates: [], isActive: true }}
    >
      <Section title="Its key">
        <TextInput
          source="id"
          label="Key"
          hint="Small letters, digits and hyphens, such as standard. It stays for good."
          isRequired
          maxLength={40}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
        />
      </Section>
      <OptionFields />
    </NewPage>
  )
}
