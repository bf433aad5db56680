import { useGetList } from 'react-admin'
import { listOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { Level } from '../stock/level.ts'

const SHOWN = 8

const COLUMNS: readonly Column<Level>[] = [
  { title: 'SKU', cell: ({ sku }) => <code>{sku}</code> },
  { title: 'For shoppers', cell: ({ availability }) => <Status state={availability} /> },
  { title: 'Free', cell: ({ available }) => available, isNumber: true },
]

/** What runs low or is gone. */
export function LowStock() {
  const { data, pageInfo, isPending } = useGetList<Level>('inventory', {
    pagination: { page: 1, perPage: SHOWN },
    filter: { low: true },
  })
  return (
    <Section title="Low stock">
      {isPending && <p className="hint">Loading…</p>}
      {data?.length === 0 && <p className="hint">There is enough of everything.</p>}
      {data && data.length > 0 && (
        <Table caption="Low stock" columns={COLUMNS} rows={data} keyOf={({ sku }) => sku} />
      )}
      {pageInfo?.hasNextPage && (
        <p>
          There is more.{' '}
          <a href={`${listOf('inventory')}?filter=${encodeURIComponent('{"low":"true"}')}`}>All of it</a>
        </p>
      )}
    </Section>
  )
}
