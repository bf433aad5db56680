import { written } from '../data/money.ts'
import { type Column, Table } from '../parts/table.tsx'
import type { Line, Order } from './order.ts'

const COLUMNS: readonly Column<Line>[] = [
  {
    title: 'Product',
    cell: ({ title, sku, image }) => (
      <span className="with-picture">
        {image && <img className="picture" src={image.url} alt="" loading="lazy" />}
        <span>
          {title}
          <br />
          <code className="hint">{sku}</code>
        </span>
      </span>
    ),
  },
  { title: 'Each', cell: ({ unitPrice }) => written(unitPrice), isNumber: true },
  { title: 'Units', cell: ({ quantity }) => quantity, isNumber: true },
  {
    title: 'Discount',
    cell: ({ discount }) => (discount.amount > 0 ? `−${written(discount)}` : '–'),
    isNumber: true,
  },
  { title: 'Total', cell: ({ total }) => written(total), isNumber: true },
]

/** What was bought. */
export const Lines = ({ order }: { readonly order: Order }) => (
  <Table caption="Lines" columns={COLUMNS} rows={order.lines} keyOf={({ id }) => id} />
)
