import { useGetList } from 'react-admin'
import { written } from '../data/money.ts'
import { ListPage } from '../parts/list-page.tsx'
import { editOf, newOf } from '../parts/paths.ts'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { useMay } from '../session/use-may.ts'
import type { Option, Zone } from './shipping.ts'

const COLUMNS: readonly Column<Option>[] = [
  { title: 'Option', cell: ({ id, name }) => <a href={editOf('shipping-options', id)}>{name}</a> },
  { title: 'Carrier', cell: ({ carrier }) => carrier },
  {
    title: 'From',
    cell: ({ rates }) => {
      const [lowest] = rates.map(({ price }) => price).sort((a, b) => a.amount - b.amount)
      return lowest ? written(lowest) : 'no rates'
    },
    isNumber: true,
  },
  { title: 'Zones', cell: ({ rates }) => [...new Set(rates.map(({ zone }) => zone))].join(', ') },
  { title: 'Status', cell: ({ isActive }) => <Status state={isActive ? 'active' : 'off'} /> },
]

/** Ways to deliver, and where to. */
export default function ShippingList() {
  const mayWrite = useMay('shipping:write')
  return (
    <>
      <ListPage<Option>
        title="Shipping"
        columns={COLUMNS}
        empty="There is no way to deliver yet: nobody can check out."
        actions={
          mayWrite && (
            <a className="button primary" href={newOf('shipping-options')}>
              New option
            </a>
          )
        }
      />
      <Zones mayWrite={mayWrite} />
    </>
  )
}

const ZONE_COLUMNS: readonly Column<Zone>[] = [
  { title: 'Zone', cell: ({ id, name }) => <a href={editOf('shipping-zones', id)}>{name}</a> },
  { title: 'Countries', cell: ({ countries }) => countries.join(', ') || '–' },
  { title: 'Parts of countries', cell: ({ areas }) => areas.length, isNumber: true },
  {
    title: 'Leaves the same day until',
    cell: ({ cutOff, timeZone }) => (cutOff ? `${cutOff} ${timeZone}` : 'the end of it'),
  },
]

function Zones({ mayWrite }: { readonly mayWrite: boolean }) {
  const { data = [] } = useGetList<Zone>('shipping-zones')
  const add = mayWrite && (
    <a className="button" href={newOf('shipping-zones')}>
      New zone
    </a>
  )
  return (
    <Section title="Zones" actions={add}>
      <Table caption="Zones" columns={ZONE_COLUMNS} rows={data} keyOf={({ id }) => id} />
    </Section>
  )
}
