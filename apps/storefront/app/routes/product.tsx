import { showProduct } from '@souk/contracts/catalog'
import { Form, Link } from 'react-router'
import { Availability } from '../parts/availability.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Gallery } from '../parts/gallery.tsx'
import { decimal, written } from '../parts/money.ts'
import { Recommended } from '../parts/recommended.tsx'
import { variantFor } from '../parts/variant-for.ts'
import { found } from '../server/found.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/product'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { ask, origin } = context.get(visitorContext)
  const product = found<typeof showProduct>(await ask(showProduct, { idOrSlug: params.slug }))
  return { product, chosen: Object.fromEntries(new URL(request.url).searchParams), origin }
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [{ title: 'Not found · Souk' }]
  const { product, origin } = loaderData
  const address = `${origin}/products/${product.slug}`
  const image = product.images[0]?.url
  return [
    { title: `${product.seo.title ?? product.title} · Souk` },
    { name: 'description', content: product.seo.description ?? product.title },
    { tagName: 'link', rel: 'canonical', href: address },
    { property: 'og:type', content: 'product' },
    { property: 'og:title', content: product.title },
    { property: 'og:url', content: address },
    ...(image ? [{ property: 'og:image', content: new URL(image, origin).href }] : []),
    { 'script:ld+json': structured(product, address) },
  ]
}

type Product = Route.ComponentProps['loaderData']['product']

/** As search engines read it: https://schema.org/Product. */
const structured = ({ title, images, variants, vendor }: Product, url: string) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: title,
  ...(vendor && { brand: { '@type': 'Brand', name: vendor } }),
  image: images.map((image) => image.url),
  offers: variants.map(({ sku, price, availability }) => ({
    '@type': 'Offer',
    sku,
    url,
    priceCurrency: price.currency,
    price: decimal(price),
    availability: `https://schema.org/${availability === 'out_of_stock' ? 'OutOfStock' : 'InStock'}`,
  })),
})

export default function ProductPage({ loaderData: { product, chosen } }: Route.ComponentProps) {
  const variant = variantFor(product, chosen)
  return (
    <>
      <Breadcrumbs trail={product.breadcrumbs ?? []} />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
        <Gallery images={product.images} />
        <div>
          <h1 className="text-(length:--text-xxl) leading-tight">{product.title}</h1>
          {product.vendor && <p className="mt-1 text-soft">by {product.vendor}</p>}
          {variant && <Price variant={variant} />}
          <Options product={product} chosen={variant?.options ?? chosen} />
          {variant && <Buy variant={variant} title={product.title} />}
          <Description html={product.description} />
          <Attributes attributes={product.attributes} />
        </div>
      </div>
      <Recommended productId={product.id} />
    </>
  )
}

type Variant = Product['variants'][number]

function Price({ variant: { price, compareAtPrice, priceTiers = [] } }: { variant: Variant }) {
  return (
    <div className="mt-4 text-2xl">
      <p>
        <span className="font-semibold">{written(price)}</span>
        {compareAtPrice && (
          <s className="ml-3 text-lg text-soft">
            <span className="sr-only">instead of </span>
            {written(compareAtPrice)}
          </s>
        )}
      </p>
      {priceTiers.map((tier) => (
        <p key={tier.minQuantity} className="text-base text-soft">
          From {tier.minQuantity}: {written(tier.price)} each
        </p>
      ))}
    </div>
  )
}

/** Links, so that a choice has an address of its own and needs no script. */
function Options({ product, chosen }: { product: Product; chosen: Record<string, string> }) {
  return product.options.map(({ name, values }) => (
    <div key={name} className="mt-5">
      <h2 className="font-sans text-base font-semibold" id={`option-${name}`}>
        {name}
      </h2>
      <ul className="mt-2 flex flex-wrap gap-2" aria-labelledby={`option-${name}`}>
        {values.map((value) => (
          <li key={value}>
            <Link
              to={`?${new URLSearchParams({ ...chosen, [name]: value })}`}
              replace
              preventScrollReset
              aria-current={chosen[name] === value ? 'true' : undefined}
              className="button-quiet aria-[current]:border-clay aria-[current]:bg-sunken aria-[current]:text-clay"
            >
              {value}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}

function Buy({ variant: { sku, availability, expectedAt }, title }: { variant: Variant; title: string }) {
  const isSoldOut = availability === 'out_of_stock'
  return (
    <Form method="post" action="/cart" className="mt-6">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="sku" value={sku} />
      <Availability word={availability} expectedAt={expectedAt} />
      <div className="mt-3 flex items-end gap-3">
        <label className="w-24">
          <span className="block text-sm text-soft">How many</span>
          <input
            className="field"
            type="number"
            name="quantity"
            min={1}
            max={999}
            defaultValue={1}
            required
          />
        </label>
        <button type="submit" className="button grow" disabled={isSoldOut}>
          {isSoldOut ? 'Sold out' : 'Add to cart'}
          <span className="sr-only"> {title}</span>
        </button>
      </div>
    </Form>
  )
}

/** What staff wrote, cleaned by the catalog when it was kept; shown as text where it has no markup. */
function Description({ html }: { html: string }) {
  const paragraphs = html
    .replaceAll(/<\/(p|li|h\d|div)>|<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean)
  return paragraphs.map((text) => (
    <p key={text} className="mt-4 max-w-prose first:mt-8">
      {decoded(text)}
    </p>
  ))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }
const decoded = (text: string) => text.replaceAll(/&(\w+|#39);/g, (whole, name) => ENTITIES[name] ?? whole)

function Attributes({ attributes }: { attributes: Record<string, string> }) {
  const all = Object.entries(attributes)
  if (all.length === 0) return null
  return (
    <dl className="mt-8 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-line pt-6">
      {all.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
