import { CheckInput, MomentInput, NumberInput, TextInput } from '../parts/inputs.tsx'
import { Section } from '../parts/section.tsx'
import { ActionInput } from './action-input.tsx'
import { ConditionsInput } from './conditions-input.tsx'

/** Everything there is to say of a promotion. */
export function PromotionFields() {
  return (
    <>
      <Section title="What it is called, and when">
        <div className="fields">
          <TextInput
            source="title"
            label="Title"
            hint="Shoppers see it in their cart."
            isRequired
            maxLength={120}
          />
          <CheckInput source="isActive" label="It is on" />
          <CheckInput source="requiresCode" label="It is given to those alone who name a code" />
          <div className="pair">
            <MomentInput source="startsAt" label="From" hint="Empty: at once." />
            <MomentInput source="endsAt" label="Until" hint="Empty: for good." />
          </div>
        </div>
      </Section>
      <Section title="What it gives">
        <ActionInput />
      </Section>
      <Section title="When it is given">
        <ConditionsInput />
      </Section>
      <Section title="Together with others">
        <div className="fields">
          <CheckInput source="combinesWith.item" label="With promotions of products" />
          <CheckInput source="combinesWith.order" label="With promotions of the order" />
          <CheckInput source="combinesWith.shipping" label="With promotions of delivery" />
          <CheckInput source="isLast" label="Nothing after it is given" />
          <NumberInput source="priority" label="Priority" hint="Higher ones go first." min={0} isRequired />
        </div>
      </Section>
      <Section title="How often">
        <div className="pair">
          <NumberInput source="limits.uses" label="In all" hint="Empty: as often as it takes." min={1} />
          <NumberInput
            source="limits.usesPerCustomer"
            label="To one customer"
            hint="Empty: as often as it takes."
            min={1}
          />
        </div>
      </Section>
    </>
  )
}
