import { LongTextInput, MomentInput, TextInput, WordsInput } from '../parts/inputs.tsx'
import { Section } from '../parts/section.tsx'
import { AttributesInput } from './attributes-input.tsx'
import { CategoriesInput } from './categories-input.tsx'

/** What a product is called and what is told of it. */
export function DetailFields() {
  return (
    <>
      <Section title="Words">
        <div className="fields">
          <TextInput source="title" label="Title" isRequired maxLength={255} />
          <LongTextInput source="description" label="Description" hint="HTML. What could run is taken out." />
          <div className="pair">
            <TextInput source="vendor" label="Maker" />
            <TextInput source="productType" label="Kind of product" />
          </div>
          <WordsInput source="tags" label="Tags" hint="With commas between them." />
        </div>
      </Section>
      <Section title="Where it is found">
        <div className="fields">
          <CategoriesInput />
          <TextInput source="slug" label="Address" isRequired hint="The last part of its page’s address." />
          <TextInput source="seo.title" label="Title for search engines" />
          <LongTextInput source="seo.description" label="Description for search engines" rows={2} />
        </div>
      </Section>
      <Section title="Attributes">
        <AttributesInput />
      </Section>
      <Section title="Schedule">
        <div className="pair">
          <MomentInput source="publishAt" label="Goes on sale" hint="By itself, at that moment." />
          <MomentInput source="unpublishAt" label="Comes off sale" hint="Empty: it stays." />
        </div>
      </Section>
    </>
  )
}
