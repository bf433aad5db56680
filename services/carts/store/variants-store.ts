import type { Queryable } from '@souk/kit/database'
import type { Variant } from '../domain/variant.ts'
import type { VariantCache } from './variant-cache.ts'

/** Told to every replica with the product id or SKU whose variants read differently. */
export const VARIANT_CHANGED = 'cart_variant_changed'

export interface ProductNews {
  productId: string
  version: number
  variants: readonly Variant[]
}

type Nullable = 'image' | 'weightGrams' | 'shippingProfile' | 'listPrices'
type Row = Omit<Variant, Nullable> & { [Field in Nullable]: NonNullable<Variant[Field]> | null }

/** Our copy of what is for sale. */
export function variantsStore(sql: Queryable, cache: VariantCache) {
  const read = async (condition: ReturnType<typeof sql>): Promise<Variant[]> => {
    const rows = await sql<Row[]>`
      select v.id as "variantId", v.sku, v.product_id as "productId", v.product_slug as "productSlug", v.title, v.image,
        v.prices, v.list_prices as "listPrices", v.tax_class as "taxClass", v.weight_grams as "weightGrams", v.shipping_profile as "shippingProfile", coalesce(a.availability, v.availability) as availability,
        v.is_published as "isPublished", v.version
      from variant v left join sku_availability a using (sku) where ${condition}`
    return rows.map(({ image, weightGrams, shippingProfile, listPrices, ...variant }) => ({
      ...variant,
      ...(listPrices && { listPrices }),
      ...(image && { image }),
      ...(weightGrams !== null && { weightGrams }),
      ...(shippingProfile !== null && { shippingProfile }),
    }))
  }
  const asRows = (variants: readonly Variant[]) => sql.json(variants as never)
  const given = (variants: readonly Variant[]) => sql`
    select "variantId", sku, "productId", "productSlug", title, image, prices, "taxClass", availability, "isPublished", version, "weightGrams", "shippingProfile", "listPrices"
    from jsonb_to_recordset(${asRows(variants)}) as g("variantId" text, sku text, "productId" text, "productSlug" text,
      title text, image jsonb, prices jsonb, "taxClass" text, availability text, "isPublished" boolean, version int,
      "weightGrams" int, "shippingProfile" text, "listPrices" jsonb)`
  const replace = sql`
    on conflict (id) do update set sku = excluded.sku, product_id = excluded.product_id,
      product_slug = excluded.product_slug, title = excluded.title, image = excluded.image, prices = excluded.prices,
      tax_class = excluded.tax_class, availability = excluded.availability, is_published = excluded.is_published,
      version = excluded.version, weight_grams = excluded.weight_grams, shipping_profile = excluded.shipping_profile,
      list_prices = excluded.list_prices
    where variant.version <= excluded.version`

  return {
    /** By id; unknown ones are left out. */
    async findVariants(ids: readonly string[]): Promise<Map<string, Variant>> {
      const found = new Map<string, Variant>()
      for (const id of ids) {
        const variant = cache.get(id)
        if (variant) found.set(id, variant)
      }
      const others = ids.filter((id) => !found.has(id))
      if (others.length > 0) {
        for (const variant of await cache.readThrough(() => read(sql`v.id = any(${others})`)))
          found.set(variant.variantId, variant)
      }
      return found
    },

    /** The one for sale, or the latest that was. */
    async findVariantBySku(sku: string): Promise<Variant | undefined> {
      const known = cache.findBySku(sku)
      if (known) return known
      const variants = await cache.readThrough(() => read(sql`v.sku = ${sku}`))
      return variants.find(({ isPublished }) => isPublished) ?? variants.at(-1)
    },

    /** Keeps what catalog answered, unless its product was heard of later. */
    async addVariants(variants: readonly Variant[]): Promise<void> {
      await sql`
        insert into variant (id, sku, product_id, product_slug, title, image, prices, tax_class, availability, is_published, version, weight_grams, shipping_profile, list_prices)
        select g.* from (${given(variants)}) g
        where not exists (select from product p where p.id = g."productId" and p.version > g.version)
        ${replace}`
    },

    /** Those for sale, in the order asked for; others are left out. */
    async findForSale(skus: readonly string[]): Promise<Variant[]> {
      const others = skus.filter((sku) => !cache.findBySku(sku))
      const fresh = others.length > 0 ? await cache.readThrough(() => read(sql`v.sku = any(${others})`)) : []
      const bySku = new Map(fresh.filter(({ isPublished }) => isPublished).map((one) => [one.sku, one]))
      return skus.flatMap((sku) => cache.findBySku(sku) ?? bySku.get(sku) ?? [])
    },

    /**
     * Takes a product's news over: its variants as told, the others of that product not for sale any more.
     * False when something newer is known already.
     */
    async takeOver({ productId, version, variants }: ProductNews): Promise<boolean> {
      const [newer] = await sql`
        insert into product (id, version) values (${productId}, ${version})
        on conflict (id) do update set version = excluded.version where product.version < excluded.version
        returning 1`
      if (!newer) return false
      const told = variants.map(({ variantId }) => variantId)
      await Promise.all([
        sql`update variant set is_published = false, version = ${version}
          where product_id = ${productId} and version < ${version} and id <> all(${told})`,
        sql`insert into variant (id, sku, product_id, product_slug, title, image, prices, tax_class, availability, is_published, version, weight_grams, shipping_profile, list_prices)
          ${given(variants)} ${replace}`,
        sql`select pg_notify(${VARIANT_CHANGED}, ${productId})`,
      ])
      return true
    },

    /** False when inventory's later word is known already. */
    async setAvailability(sku: string, word: { availability: string; version: number }): Promise<boolean> {
      const [newer] = await sql`
        insert into sku_availability (sku, availability, version) values (${sku}, ${word.availability}, ${word.version})
        on conflict (sku) do update set availability = excluded.availability, version = excluded.version
          where sku_availability.version < excluded.version
        returning pg_notify(${VARIANT_CHANGED}, ${sku})`
      return newer !== undefined
    },
  }
}
