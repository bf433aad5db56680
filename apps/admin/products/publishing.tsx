import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Status } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import type { Product } from './product.ts'

interface PublishingProps {
  readonly product: Product
  readonly isDisabled: boolean
}

/** Whether shoppers see it, and the button that changes that. */
export function Publishing({ product, isDisabled }: PublishingProps) {
  const { act, isBusy, error } = useAct()
  const path = `/admin/v1/products/${product.id}`
  const publish = () =>
    act(
      () => ask(`${path}/publish`, { method: 'POST', version: product.version }),
      'It is for sale from now on.',
    )
  return (
    <>
      <Status state={product.status} />
      {product.status === 'published' ? (
        <ConfirmButton
          label="Take off sale"
          title={`Take “${product.title}” off sale?`}
          explain="Shoppers do not find it any more, and no schedule brings it back. Orders keep what they hold."
          done="It is not for sale any more."
          isDisabled={isDisabled}
          work={() => ask(`${path}/unpublish`, { method: 'POST', version: product.version })}
        />
      ) : (
        <button type="button" className="primary" disabled={isDisabled || isBusy} onClick={publish}>
          Put on sale
        </button>
      )}
      {error !== undefined && <Trouble error={error} />}
    </>
  )
}
