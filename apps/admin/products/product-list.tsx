import { written } from '../data/money.ts'
import { ChoiceFilter, TextFilter } from '../parts/filters.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { editOf, newOf } from '../parts/paths.ts'
import { Status } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { useMay } from '../session/use-may.ts'
import { type Product, STATUSES } from './product.ts'

const COLUMNS: readonly Column<Product>[] = [
  { title: 'Product', cell: (product) => <Name product={product} /> },
  { title: 'Status', cell: ({ status }) => <Status state={status} /> },
  { title: 'Variants', cell: ({ variants }) => variants.length, isNumber: true },
  { title: 'Price', cell: priceOf, isNumber: true },
  { title: 'Changed', cell: ({ updatedAt }) => <When at={updatedAt} /> },
]

/** All products, drafts too. */
export default function ProductList() {
  const mayWrite = useMay('products:write')
  return (
    <ListPage<Product>
      title="Products"
      columns={COLUMNS}
      empty="There are no products yet. Add one, or import a file."
      filters={
        <>
          <TextFilter name="q" label="Title, address or SKU" />
          <ChoiceFilter name="status" label="Status" choices={STATUSES} />
        </>
      }
      actions={
        mayWrite && (
          <a className="button primary" href={newOf('products')}>
            New product
          </a>
        )
      }
    />
  )
}

function Name({ product: { id, title, images } }: { readonly product: Product }) {
  const [image] = images
  return (
    <span className="with-picture">
      {image ? (
        <img className="picture" src={image.url} alt="" loading="lazy" />
      ) : (
        <span className="picture" />
      )}
      <a href={editOf('products', id)}>{title}</a>
    </span>
  )
}

/** The cheapest variant’s, in the first currency it is priced in. */
function priceOf({ variants }: Product) {
  const [currency] = variants.flatMap(({ prices }) => prices.map((price) => price.currency))
  const prices = variants.flatMap((variant) => variant.prices.filter((price) => price.currency === currency))
  const [lowest] = prices.sort((a, b) => a.amount - b.amount)
  if (!lowest) return '–'
  return prices.some(({ amount }) => amount !== lowest.amount) ? `from ${written(lowest)}` : written(lowest)
}
