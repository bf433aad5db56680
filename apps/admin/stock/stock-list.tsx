import { useState } from 'react'
import { ChoiceFilter, TextFilter } from '../parts/filters.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { Status } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import type { Level } from './level.ts'
import { StockDialog } from './stock-dialog.tsx'

/** What is kept of everything, and what runs low. */
export default function StockList() {
  const [sku, setSku] = useState<string>()
  const columns: readonly Column<Level>[] = [
    { title: 'SKU', cell: (level) => <code>{level.sku}</code> },
    { title: 'For shoppers', cell: ({ availability }) => <Status state={availability} /> },
    { title: 'On hand', cell: ({ onHand }) => onHand, isNumber: true },
    { title: 'Promised', cell: ({ reserved }) => reserved, isNumber: true },
    { title: 'Free', cell: ({ available }) => available, isNumber: true },
    {
      title: 'Change',
      cell: (level) => (
        <button type="button" className="small" onClick={() => setSku(level.sku)}>
          Open<span className="unseen"> {level.sku}</span>
        </button>
      ),
    },
  ]
  return (
    <>
      <ListPage<Level>
        title="Stock"
        columns={columns}
        empty="Nothing is kept yet: stock begins with a product’s first variant."
        filters={
          <>
            <TextFilter name="q" label="Part of a SKU" />
            <ChoiceFilter name="low" label="Which" choices={{ true: 'What runs low or is gone' }} />
          </>
        }
      />
      {sku && <StockDialog sku={sku} onClose={() => setSku(undefined)} />}
    </>
  )
}
