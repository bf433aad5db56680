import { Page } from '../parts/page.tsx'
import { useMay } from '../session/use-may.ts'
import { LowStock } from './low-stock.tsx'
import { Sales } from './sales-overview.tsx'
import { Waiting } from './waiting.tsx'

/** How the shop fares, as far as one may see it. */
export default function Dashboard() {
  const seesOrders = useMay('orders:read')
  const seesStock = useMay('inventory:read')
  return (
    <Page title="Overview">
      {seesOrders && <Sales />}
      <div className="halves">
        {seesOrders && <Waiting />}
        {seesStock && <LowStock />}
      </div>
      {!seesOrders && !seesStock && <p>Choose where to go on the left.</p>}
    </Page>
  )
}
