import { TextInput } from '../parts/inputs.tsx'
import { NewPage } from '../parts/new-page.tsx'
import { Section } from '../parts/section.tsx'
import { Grants } from './staff-page.tsx'

/** Invites somebody: a mail lets them choose a password. */
export default function NewStaff() {
  return (
    <NewPage
      title="Invite somebody"
      back="Staff"
      resource="staff"
      submit="Send the invitation"
      values={{ name: '', email: '', roleIds: [], extraScopes: [] }}
    >
      <Section title="Who, and what they may do">
        <div className="fields">
          <div className="pair">
            <TextInput source="name" label="Name" isRequired maxLength={120} />
            <TextInput
              source="email"
              label="E-mail address"
              type="email"
              isRequired
              hint="The link works for three days."
            />
          </div>
          <Grants />
        </div>
      </Section>
    </NewPage>
  )
}
