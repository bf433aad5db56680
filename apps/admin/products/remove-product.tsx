import { useRedirect } from 'react-admin'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import type { Product } from './product.ts'

/** Takes a product away for good. */
export function RemoveProduct({ product, isDisabled }: { readonly product: Product; isDisabled: boolean }) {
  const redirect = useRedirect()
  return (
    <ConfirmButton
      label="Remove this product"
      title={`Remove “${product.title}”?`}
      explain="The product goes with all its variants, for good. Orders keep what they copied of it."
      done="The product is gone."
      isDanger
      isLeaving
      isDisabled={isDisabled}
      work={async () => {
        await ask(`/admin/v1/products/${product.id}`, { method: 'DELETE', version: product.version })
        redirect('list', 'products')
      }}
    />
  )
}
