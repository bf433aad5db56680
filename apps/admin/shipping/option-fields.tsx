import { CheckInput, TextInput } from '../parts/inputs.tsx'
import { Section } from '../parts/section.tsx'
import { RatesInput } from './rates-input.tsx'

/** What a way to deliver is called, and what it costs. */
export function OptionFields() {
  return (
    <>
      <Section title="What it is called">
        <div className="fields">
          <div className="pair">
            <TextInput source="name" label="Name" hint="Shoppers choose by it." isRequired maxLength={120} />
            <TextInput source="carrier" label="Carrier" isRequired maxLength={80} />
          </div>
          <CheckInput source="isActive" label="Carts are offered it" />
        </div>
      </Section>
      <Section title="What it costs">
        <RatesInput />
      </Section>
    </>
  )
}
