import { useInput } from 'react-admin'
import { LongTextInput, NumberInput, TextInput } from '../parts/inputs.tsx'
import { NewPage } from '../parts/new-page.tsx'
import { PricesField } from '../parts/prices-field.tsx'
import { Section } from '../parts/section.tsx'

const NEW = { title: '', description: '', variants: [{ sku: '', prices: [], quantity: 0 }] }

/** A product with its first variant; it is a draft until somebody puts it on sale. */
export default function NewProduct() {
  return (
    <NewPage title="New product" back="Products" resource="products" submit="Add the product" values={NEW}>
      <Section title="Words">
        <div className="fields">
          <TextInput source="title" label="Title" isRequired maxLength={255} />
          <LongTextInput source="description" label="Description" hint="HTML. What could run is taken out." />
        </div>
      </Section>
      <Section title="Its first variant">
        <div className="fields">
          <div className="pair">
            <TextInput source="variants.0.sku" label="SKU" isRequired maxLength={120} />
            <NumberInput source="variants.0.quantity" label="On the shelf" min={0} isRequired />
          </div>
          <FirstPrices />
        </div>
      </Section>
    </NewPage>
  )
}

function FirstPrices() {
  const { field, fieldState } = useInput({
    source: 'variants.0.prices',
    validate: (prices?: readonly unknown[]) => (prices ? undefined : 'One of the prices is no amount.'),
  })
  return (
    <>
      <PricesField
        legend="Price"
        prices={field.value ?? []}
        onChange={(prices) => field.onChange(prices ?? null)}
      />
      {fieldState.error && <p className="fault">One of the prices is no amount.</p>}
    </>
  )
}
