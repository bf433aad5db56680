import { addCode, changeLine, removeCode } from '@souk/contracts/carts'
import { data, redirect } from 'react-router'
import { addToCart, openCart } from './cart.ts'
import { writeCartId } from './cart-cookie.ts'
import { inWords } from './in-words.ts'
import type { Visitor } from './visitor.ts'

interface Asked {
  readonly request: Request
  readonly form: FormData
  readonly visitor: Visitor
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
const countOf = (form: FormData) => Math.trunc(Number(form.get('quantity')))

/** Each kind of change a cart's forms ask for. What is refused is said on the page the form is on. */
const changes: Record<string, (asked: Asked) => Promise<Response | ReturnType<typeof refused>>> = {
  async add({ request, form, visitor }) {
    const line = { sku: textOf(form, 'sku'), quantity: countOf(form) }
    const added = await addToCart(line, { request, visitor })
    if (!added.ok) return refused(added.refusal)
    return redirect('/cart', { headers: await writeCartId(added.body.id, visitor) })
  },
  change: (asked) =>
    inCart(asked, (id) =>
      asked.visitor.ask(changeLine, {
        id,
        lineId: textOf(asked.form, 'lineId'),
        quantity: countOf(asked.form),
      }),
    ),
  'add-code': (asked) =>
    inCart(asked, (id) => asked.visitor.ask(addCode, { id, code: textOf(asked.form, 'code') })),
  'remove-code': (asked) =>
    inCart(asked, (id) => asked.visitor.ask(removeCode, { id, code: textOf(asked.form, 'code') })),
}

export async function changeCartBy(asked: Asked) {
  const change = changes[textOf(asked.form, 'intent')]
  return change ? await change(asked) : redirect('/cart')
}

type Answered = { ok: true } | { ok: false; refusal: Parameters<typeof inWords>[0] }

async function inCart(asked: Asked, change: (id: string) => Promise<Answered>) {
  const cart = await openCart(asked.request, asked.visitor)
  if (!cart) return redirect('/cart')
  const answered = await change(cart.id)
  return answered.ok ? redirect('/cart') : refused(answered.refusal)
}

const refused = (refusal: Parameters<typeof inWords>[0]) =>
  data({ trouble: inWords(refusal) }, { status: 422 })
