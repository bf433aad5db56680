import { type FormEvent, useState } from 'react'
import type { Products } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { Loading } from '../parts/loading.tsx'
import { SaleResult } from './sale-result.tsx'
import type { useFlashSale } from './use-flash-sale.ts'

const PRODUCTS_EVERY_MS = 60_000
const MOST_BUYERS = 300
const MOST_UNITS = 50

/** A crowd that wants one thing, out of this browser and through the same doors as any shopper. */
export function FlashSale({ flashSale: [sale, open] }: { flashSale: ReturnType<typeof useFlashSale> }) {
  const { answer: products, trouble } = useAnswer<Products>('/store/v1/products?limit=50', PRODUCTS_EVERY_MS)
  const isUnderWay = sale.state === 'filling' || sale.state === 'paying'
  return (
    <section className="panel">
      <h2>Flash sale</h2>
      <p>
        So many buyers fill their carts with one thing and then all pay at once, with the sandbox’s test card.
        The orders, the mails and the stock are this shop’s own: for a shop that sells nothing real. It is not
        held where no test cards are taken.
      </p>
      {products ? (
        <SaleForm products={products} isUnderWay={isUnderWay} open={open} />
      ) : (
        <Loading trouble={trouble} />
      )}
      <SaleResult sale={sale} />
    </section>
  )
}

interface SaleFormProps {
  readonly products: Products
  readonly isUnderWay: boolean
  readonly open: ReturnType<typeof useFlashSale>[1]
}

function SaleForm({ products, isUnderWay, open }: SaleFormProps) {
  const offers = offersIn(products)
  const [sku, setSku] = useState(offers[0]?.sku ?? '')
  const offer = offers.find((one) => one.sku === sku) ?? offers[0]
  if (!offer) return <p className="aside">Nothing that is for sale is in stock.</p>
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isUnderWay || !offer) return
    const form = new FormData(event.currentTarget)
    const numbers = { buyers: Number(form.get('buyers')), units: Number(form.get('units')) }
    void open({ sku: offer.sku, currency: offer.currency, ...numbers })
  }
  return (
    <form className="choices" onSubmit={submit}>
      <label>
        What
        <select value={offer.sku} onChange={({ target }) => setSku(target.value)}>
          {offers.map(({ sku, title }) => (
            <option key={sku} value={sku}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Buyers
        <input name="buyers" type="number" min={1} max={MOST_BUYERS} defaultValue={60} required />
      </label>
      <label>
        Units each
        <input name="units" type="number" min={1} max={MOST_UNITS} defaultValue={1} required />
      </label>
      <button type="submit" className="button" aria-disabled={isUnderWay}>
        {isUnderWay ? 'The sale is on…' : 'Open the doors'}
      </button>
    </form>
  )
}

/** What is there, few of it first: that is what a crowd can empty. */
const offersIn = ({ items }: Products) =>
  items
    .flatMap(({ title, variants }) =>
      variants.map(({ sku, title: variant, availability, price: { currency } }) => ({
        ...{ sku, currency, availability },
        title: `${variant === title ? title : `${title}, ${variant}`} (${availability === 'low_stock' ? 'few left' : 'in stock'})`,
      })),
    )
    .filter(({ availability }) => availability === 'in_stock' || availability === 'low_stock')
    .sort((a, b) => Number(b.availability === 'low_stock') - Number(a.availability === 'low_stock'))
