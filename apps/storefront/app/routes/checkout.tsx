import { changeCart, listCartPaymentMethods, listShippingOptions } from '@souk/contracts/carts'
import { data, Link, redirect } from 'react-router'
import { AddressForm } from '../parts/address-form.tsx'
import { Notices } from '../parts/notices.tsx'
import { OrderForm } from '../parts/order-form.tsx'
import { TotalsTable } from '../parts/totals-table.tsx'
import { openCart } from '../server/cart.ts'
import { readBuyer } from '../server/checkout-form.ts'
import { inWords } from '../server/in-words.ts'
import { placeOrder } from '../server/place-order.ts'
import { type Visitor, visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/checkout'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const cart = await openCart(request, visitor)
  if (!cart || cart.lines.length === 0) throw redirect('/cart')
  const [options, methods] = await Promise.all([
    cart.shippingAddress && visitor.ask(listShippingOptions, { id: cart.id }),
    visitor.ask(listCartPaymentMethods, { id: cart.id }),
  ])
  return {
    cart,
    options: options?.ok ? options.body.items : [],
    undeliverable: options && !options.ok ? inWords(options.refusal) : undefined,
    methods: methods.ok ? methods.body.items : [],
    key: visitor.newKey(),
    isSignedIn: visitor.isSignedIn,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const form = await request.formData()
  const cart = await openCart(request, visitor)
  if (!cart) return redirect('/cart')
  if (form.get('intent') === 'delivery') {
    const changed = await visitor.ask(changeCart, {
      id: cart.id,
      shippingOptionId: String(form.get('delivery')),
    })
    return changed.ok ? redirect('/checkout') : data({ trouble: inWords(changed.refusal) }, { status: 422 })
  }
  if (form.get('intent') === 'order') return await placeOrder({ cartId: cart.id, form, request, visitor })
  const read = readBuyer(form)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  if ('missing' in read) return data({ missing: read.missing, typed }, { status: 422 })
  const kept = await visitor.ask(changeCart, { id: cart.id, ...read.buyer })
  if (!kept.ok) return data({ trouble: inWords(kept.refusal), typed }, { status: 422 })
  if (!kept.body.shippingOption) await chooseCheapest(cart.id, visitor)
  return redirect('/checkout#delivery')
}

/** So that the sum is the whole sum from the start; another way is a click away. */
async function chooseCheapest(id: string, { ask }: Visitor): Promise<void> {
  const options = await ask(listShippingOptions, { id })
  const [first] = options.ok ? options.body.items : []
  if (first) await ask(changeCart, { id, shippingOptionId: first.id })
}

export const meta: Route.MetaFunction = () => [{ title: 'Checkout · Souk' }]

interface Told {
  readonly trouble?: string
  readonly key?: string
  readonly missing?: Record<string, string>
  readonly typed?: Record<string, string>
}

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const { cart, options, undeliverable, methods, key, isSignedIn } = loaderData
  const told: Told = actionData ?? {}
  const known = { email: cart.email, ...cart.shippingAddress }
  return (
    <>
      <h1 className="mb-6 text-(length:--text-xxl)">Checkout</h1>
      <Notices trouble={told.trouble ?? undeliverable} notices={cart.notices} lines={cart.lines} />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="space-y-6">
          {!isSignedIn && (
            <p>
              Been here before?{' '}
              <Link to="/sign-in?to=checkout" className="text-clay underline">
                Sign in
              </Link>
              , or order as a guest.
            </p>
          )}
          <AddressForm
            typed={told.typed ?? known}
            missing={told.missing ?? {}}
            isKnown={!!cart.shippingAddress}
          />
          {options.length > 0 && (
            <OrderForm
              {...{ options, methods, total: cart.totals.total, orderKey: told.key ?? key }}
              chosen={cart.shippingOption?.id ?? options[0]?.id}
            />
          )}
        </div>
        <aside className="panel h-fit p-6" aria-labelledby="sum">
          <h2 id="sum" className="mb-4 text-2xl">
            {cart.lines.length === 1 ? 'One thing' : `${cart.lines.length} things`}
          </h2>
          <ul className="mb-4 space-y-1 text-soft">
            {cart.lines.map(({ id, quantity, title }) => (
              <li key={id}>
                {quantity} × {title}
              </li>
            ))}
          </ul>
          <TotalsTable totals={cart.totals} isDeliveryKnown={cart.shippingOption !== undefined} />
        </aside>
      </div>
    </>
  )
}
