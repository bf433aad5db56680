import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { written } from '../data/money.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { useMay } from '../session/use-may.ts'
import { StockDialog } from '../stock/stock-dialog.tsx'
import type { Product, Variant } from './product.ts'
import { VariantDialog } from './variant-dialog.tsx'

/** What can be bought of a product: prices in each currency, and stock. */
export function Variants({ product }: { readonly product: Product }) {
  const [edited, setEdited] = useState<Variant | 'new'>()
  const [stocked, setStocked] = useState<string>()
  const seesStock = useMay('inventory:read')
  const columns: readonly Column<Variant>[] = [
    { title: 'Variant', cell: nameOf },
    { title: 'SKU', cell: ({ sku }) => <code>{sku}</code> },
    { title: 'Prices', cell: pricesOf, isNumber: true },
    { title: 'Stock', cell: ({ availability }) => <Status state={availability} /> },
    {
      title: 'Change',
      cell: (variant) => (
        <span className="actions">
          <button type="button" className="small" onClick={() => setEdited(variant)}>
            Edit<span className="unseen"> {variant.sku}</span>
          </button>
          {seesStock && (
            <button type="button" className="small" onClick={() => setStocked(variant.sku)}>
              Stock<span className="unseen"> of {variant.sku}</span>
            </button>
          )}
          <RemoveVariant product={product} variant={variant} />
        </span>
      ),
    },
  ]
  const add = (
    <button type="button" onClick={() => setEdited('new')}>
      Add a variant
    </button>
  )
  return (
    <Section title="Variants" actions={add}>
      {product.variants.length === 0 && (
        <p className="empty">No variants yet: add one, so that there is something to buy.</p>
      )}
      {product.variants.length > 0 && (
        <Table caption="Variants" columns={columns} rows={product.variants} keyOf={({ id }) => id} />
      )}
      {edited && (
        <VariantDialog
          product={product}
          variant={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {stocked && <StockDialog sku={stocked} onClose={() => setStocked(undefined)} />}
    </Section>
  )
}

const nameOf = ({ title, options }: Variant) => Object.values(options).join(' · ') || title || 'The only one'

const pricesOf = ({ prices }: Variant) => prices.map(written).join(' · ') || 'No price'

function RemoveVariant({ product, variant }: { readonly product: Product; readonly variant: Variant }) {
  const path = `/admin/v1/products/${product.id}/variants/${variant.id}`
  return (
    <ConfirmButton
      label="Remove"
      title={`Remove ${variant.sku}?`}
      explain="Nobody can buy it any more. What the stock has of it stays there."
      done="The variant is gone."
      isDanger
      isSmall
      work={() => ask(path, { method: 'DELETE', version: product.version })}
    />
  )
}
