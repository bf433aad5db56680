import type { Movement } from '@souk/contracts/inventory'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '../data/ask.ts'
import type { Page } from '../data/pages.ts'
import { wordOf } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'

type Moved = z.infer<typeof Movement>

const SHOWN = 20

const COLUMNS: readonly Column<Moved>[] = [
  { title: 'When', cell: ({ at }) => <When at={at} /> },
  { title: 'What', cell: ({ kind }) => wordOf(kind) },
  { title: 'Units', cell: ({ delta }) => (delta > 0 ? `+${delta}` : String(delta)), isNumber: true },
  { title: 'Why', cell: ({ reason }) => reason },
]

/** The latest of what was put on a shelf or taken from it. */
export function Movements({ path }: { readonly path: string }) {
  const { data } = useQuery({
    queryKey: ['inventory', 'movements', path],
    queryFn: ({ signal }) => ask<Page<Moved>>(`${path}/movements`, { query: { limit: SHOWN }, signal }),
  })
  if (!data) return null
  return (
    <>
      <h3>The latest {data.nextCursor === null ? '' : `${SHOWN} `}movements</h3>
      <Table caption="Movements" columns={COLUMNS} rows={data.items} keyOf={({ id }) => id} />
    </>
  )
}
