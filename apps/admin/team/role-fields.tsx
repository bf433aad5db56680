import { TextInput } from '../parts/inputs.tsx'
import { Section } from '../parts/section.tsx'
import { ChecksInput } from './checks-input.tsx'
import { SCOPES } from './scope-list.ts'

/** What a role is called and allows. */
export const RoleFields = () => (
  <Section title="What it allows">
    <div className="fields">
      <TextInput source="name" label="Name" isRequired maxLength={80} />
      <ChecksInput
        source="scopes"
        legend="Whoever has it may"
        choices={SCOPES.map((scope) => [scope, scope])}
      />
    </div>
  </Section>
)
