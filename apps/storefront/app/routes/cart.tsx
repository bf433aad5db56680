import { Form, Link, useNavigation } from 'react-router'
import { written } from '../parts/money.ts'
import { Notices } from '../parts/notices.tsx'
import { Picture } from '../parts/picture.tsx'
import { TotalsTable } from '../parts/totals-table.tsx'
import { openCart } from '../server/cart.ts'
import { changeCartBy } from '../server/cart-actions.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/cart'

export async function loader({ request, context }: Route.LoaderArgs) {
  return { cart: await openCart(request, context.get(visitorContext)) }
}

export async function action({ request, context }: Route.ActionArgs) {
  return await changeCartBy({ request, form: await request.formData(), visitor: context.get(visitorContext) })
}

export const meta: Route.MetaFunction = () => [{ title: 'Your cart · Souk' }]

export default function CartPage({ loaderData: { cart }, actionData }: Route.ComponentProps) {
  const trouble = actionData?.trouble
  if (!cart || cart.lines.length === 0)
    return (
      <div className="py-16 text-center">
        <h1 className="text-4xl">Your cart is empty</h1>
        <p className="mt-8">
          <Link to="/" className="button">
            Look around the shop
          </Link>
        </p>
      </div>
    )
  return (
    <>
      <h1 className="mb-6 text-(length:--text-xxl)">Your cart</h1>
      <Notices trouble={trouble} notices={cart.notices} lines={cart.lines} />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_22rem]">
        <ul className="panel divide-y divide-line">
          {cart.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
        <aside className="panel h-fit p-6" aria-labelledby="sum">
          <h2 id="sum" className="mb-4 text-2xl">
            What it comes to
          </h2>
          <TotalsTable totals={cart.totals} isDeliveryKnown={cart.shippingOption !== undefined} />
          <Codes codes={cart.codes ?? []} />
          <Link to="/checkout" className="button mt-6 w-full">
            To the checkout
          </Link>
        </aside>
      </div>
    </>
  )
}

type Cart = NonNullable<Route.ComponentProps['loaderData']['cart']>

function Line({ line }: { line: Cart['lines'][number] }) {
  const isBusy = useNavigation().formData?.get('lineId') === line.id
  return (
    <li className={`flex gap-4 p-4 ${isBusy ? 'opacity-60' : ''}`} aria-busy={isBusy}>
      <div className="w-20 shrink-0">
        <Picture image={line.image} sizes="5rem" />
      </div>
      <div className="min-w-0 grow">
        <Link to={`/products/${line.productSlug}`} className="font-medium hover:text-clay">
          {line.title}
        </Link>
        <p className="text-sm text-soft">{written(line.unitPrice)} each</p>
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <Form method="post" className="flex items-end gap-2">
            <input type="hidden" name="intent" value="change" />
            <input type="hidden" name="lineId" value={line.id} />
            <label>
              <span className="sr-only">How many of {line.title}</span>
              <input
                key={line.quantity}
                className="field w-20"
                type="number"
                name="quantity"
                min={0}
                max={999}
                defaultValue={line.quantity}
              />
            </label>
            <button type="submit" className="button-quiet">
              Change<span className="sr-only"> how many of {line.title}</span>
            </button>
          </Form>
          <Form method="post">
            <input type="hidden" name="intent" value="change" />
            <input type="hidden" name="lineId" value={line.id} />
            <button
              type="submit"
              name="quantity"
              value="0"
              className="min-h-11 px-2 text-soft underline hover:text-bad"
            >
              Take out<span className="sr-only"> {line.title}</span>
            </button>
          </Form>
        </div>
      </div>
      <p className="font-semibold">{written(line.total)}</p>
    </li>
  )
}

function Codes({ codes }: { codes: NonNullable<Cart['codes']> }) {
  return (
    <div className="mt-6 border-t border-line pt-4">
      <Form method="post" className="flex items-end gap-2">
        <input type="hidden" name="intent" value="add-code" />
        <label className="min-w-0 grow">
          <span className="text-sm text-soft">Discount code</span>
          <input className="field" name="code" maxLength={40} required autoComplete="off" />
        </label>
        <button type="submit" className="button-quiet">
          Use<span className="sr-only"> this code</span>
        </button>
      </Form>
      <ul className="mt-2">
        {codes.map(({ code }) => (
          <li key={code} className="flex items-center justify-between">
            <span className="font-medium">{code}</span>
            <Form method="post">
              <input type="hidden" name="intent" value="remove-code" />
              <button
                type="submit"
                name="code"
                value={code}
                className="min-h-11 px-2 text-soft underline hover:text-bad"
              >
                Take out<span className="sr-only"> the code {code}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  )
}
