import { logout, showMe } from '@souk/contracts/accounts'
import { listMyOrders } from '@souk/contracts/orders'
import { Form, Link, redirect } from 'react-router'
import { written } from '../parts/money.ts'
import { dropCartId } from '../server/cart-cookie.ts'
import { found } from '../server/found.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/account'

export async function loader({ context }: Route.LoaderArgs) {
  const { ask, isSignedIn } = context.get(visitorContext)
  if (!isSignedIn) throw redirect('/sign-in')
  const [me, orders] = await Promise.all([ask(showMe, {}), ask(listMyOrders, { limit: 50 })])
  const { name, email } = found<typeof showMe>(me)
  const { items } = found<typeof listMyOrders>(orders)
  return {
    ...{ name, email },
    orders: items.map(({ id, number, placedAt, status, totals }) => ({
      ...{ id, number, placedAt, status },
      total: totals.total,
    })),
  }
}

/** Out: here and wherever this session is. */
export async function action({ context }: Route.ActionArgs) {
  const { ask, refreshToken, sessionCookies } = context.get(visitorContext)
  if (refreshToken) await ask(logout, { refreshToken })
  const headers = new Headers(await dropCartId())
  for (const cookie of sessionCookies(undefined)) headers.append('set-cookie', cookie)
  return redirect('/', { headers })
}

export const meta: Route.MetaFunction = () => [{ title: 'Your account · Souk' }]

export default function Account({ loaderData: { name, email, orders } }: Route.ComponentProps) {
  return (
    <>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-(length:--text-xxl)">Hello, {name}</h1>
          <p className="text-soft">{email}</p>
        </div>
        <Form method="post">
          <button type="submit" className="button-quiet">
            Sign out
          </button>
        </Form>
      </div>
      <h2 className="mb-4 text-2xl">Your orders</h2>
      {orders.length === 0 && <p className="text-soft">Nothing yet. What you order will be here.</p>}
      <ul className="panel divide-y divide-line empty:hidden">
        {orders.map(({ id, number, placedAt, status, total }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4 p-4">
            <Link to={`/orders/${id}`} className="font-medium text-clay underline">
              {number}
            </Link>
            <time dateTime={placedAt} className="text-soft">
              {placedAt.slice(0, 10)}
            </time>
            <span>{status.replaceAll('_', ' ')}</span>
            <span className="font-semibold">{written(total)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
