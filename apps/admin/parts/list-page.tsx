import type { ReactNode } from 'react'
import { ListBase, type RaRecord, useListContext } from 'react-admin'
import { Page } from './page.tsx'
import { type Column, Table } from './table.tsx'
import { Trouble } from './trouble.tsx'

interface ListPageProps<Row> {
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly actions?: ReactNode
  readonly filters?: ReactNode
  /** Said where there is nothing, with what to do about it. */
  readonly empty: string
}

const PER_PAGE = 25

/** A list of records, a page at a time, with what narrows it; the address keeps both. */
export function ListPage<Row extends RaRecord>({ title, actions, filters, ...rest }: ListPageProps<Row>) {
  return (
    <ListBase perPage={PER_PAGE}>
      <Page title={title} actions={actions}>
        {filters && (
          <search className="filters" aria-label={`Narrow ${title.toLowerCase()}`}>
            {filters}
          </search>
        )}
        <Rows<Row> title={title} {...rest} />
      </Page>
    </ListBase>
  )
}

function Rows<Row extends RaRecord>({ title, columns, empty }: Omit<ListPageProps<Row>, 'actions'>) {
  const { data, error, isPending, isFetching, refetch, filterValues } = useListContext<Row>()
  if (error) return <Trouble error={error} onRetry={() => refetch()} />
  if (isPending) return <p className="loading">Loading…</p>
  if (data.length === 0) {
    const isNarrowed = Object.keys(filterValues).length > 0
    return <p className="empty">{isNarrowed ? 'Nothing fits. Try fewer or other words.' : empty}</p>
  }
  return (
    <div className="card" aria-busy={isFetching}>
      <Table caption={title} columns={columns} rows={data} keyOf={({ id }) => String(id)} />
      <Pages />
    </div>
  )
}

function Pages() {
  const { page, hasNextPage, hasPreviousPage, setPage } = useListContext()
  if (!hasNextPage && !hasPreviousPage) return null
  return (
    <nav className="pages" aria-label="Pages">
      <button type="button" disabled={!hasPreviousPage} onClick={() => setPage(page - 1)}>
        ← Previous
      </button>
      <span aria-live="polite">Page {page}</span>
      <button type="button" disabled={!hasNextPage} onClick={() => setPage(page + 1)}>
        Next →
      </button>
    </nav>
  )
}
