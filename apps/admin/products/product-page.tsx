import { useState } from 'react'
import { useEditContext } from 'react-admin'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { useMay } from '../session/use-may.ts'
import { DetailFields } from './detail-fields.tsx'
import { Images } from './images.tsx'
import type { Product } from './product.ts'
import { Publishing } from './publishing.tsx'
import { RemoveProduct } from './remove-product.tsx'
import { Variants } from './variants.tsx'

/** One product: its words, its variants with prices and stock, its pictures, and whether it is for sale. */
export default function ProductPage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: product } = useEditContext<Product>()
  const [isDirty, setDirty] = useState(false)
  const mayWrite = useMay('products:write')
  if (!product) return null
  return (
    <Page
      title={product.title}
      back={{ title: 'Products', href: listOf('products') }}
      actions={mayWrite && <Publishing product={product} isDisabled={isDirty} />}
    >
      {isDirty && (
        <p className="hint" role="status">
          You have unsaved changes. Save or undo them to change variants, pictures or the status.
        </p>
      )}
      <fieldset disabled={isDirty || !mayWrite}>
        <Variants product={product} />
        <Images product={product} />
      </fieldset>
      <EditForm mayWrite={mayWrite} onDirty={setDirty} tidy={tidy}>
        <DetailFields />
      </EditForm>
      {mayWrite && <RemoveProduct product={product} isDisabled={isDirty} />}
    </Page>
  )
}

/** Tags as they were meant: without spaces around them, and none of nothing. */
function tidy(typed: Readonly<Record<string, unknown>>) {
  const tags = Array.isArray(typed.tags) ? typed.tags.map((tag) => String(tag).trim()) : []
  return { ...typed, tags: tags.filter((tag) => tag !== '') }
}
