import { useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.ts'
import type { Page } from '../data/pages.ts'
import { ListPage } from '../parts/list-page.tsx'
import { editOf, newOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { useMay } from '../session/use-may.ts'
import type { Mode, TaxRate } from './tax.ts'

const COLUMNS: readonly Column<TaxRate>[] = [
  { title: 'Tax', cell: ({ id, name }) => <a href={editOf('tax-rates', id)}>{name}</a> },
  {
    title: 'Where',
    cell: ({ country, region, postalCode }) =>
      [country, region, postalCode && `${postalCode}…`].filter(Boolean).join(' '),
  },
  { title: 'Goods', cell: ({ taxClass }) => taxClass },
  { title: 'Rate', cell: ({ rate }) => `${rate} %`, isNumber: true },
]

/** Which taxes are charged where. */
export default function TaxList() {
  const mayWrite = useMay('pricing:write')
  return (
    <>
      <ListPage<TaxRate>
        title="Taxes"
        columns={COLUMNS}
        empty="No tax is charged anywhere yet."
        actions={
          mayWrite && (
            <a className="button primary" href={newOf('tax-rates')}>
              New tax rate
            </a>
          )
        }
      />
      <Modes />
    </>
  )
}

const MODE_COLUMNS: readonly Column<Mode>[] = [
  { title: 'Currency', cell: ({ currency }) => currency },
  { title: 'Prices are', cell: ({ taxIncluded }) => (taxIncluded ? 'with tax' : 'without tax') },
  { title: 'Taxed before the address is known as in', cell: ({ homeCountry }) => homeCountry ?? 'nowhere' },
  {
    title: 'Rounded',
    cell: ({ rounding }) => `${rounding.mode.replaceAll('_', ' ')}, each ${rounding.level}`,
  },
]

/** How the prices of each currency are meant; the API changes it. */
function Modes() {
  const { data } = useQuery({
    queryKey: ['tax-rates', 'price-modes'],
    queryFn: ({ signal }) => ask<Page<Mode>>('/admin/v1/price-modes', { signal }),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title="How prices are meant">
      <Table
        caption="Price modes"
        columns={MODE_COLUMNS}
        rows={data.items}
        keyOf={({ currency }) => currency}
      />
    </Section>
  )
}
