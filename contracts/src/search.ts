import { call, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { ProductSort } from './catalog.ts'
import { Product } from './catalog-values.ts'
import { Currency } from './money.ts'
import { Slug } from './values.ts'

const Amount = z.int().min(0).max(9_000_000_000)

/**
 * What there is to narrow by. `name` is `category`, `price`, `availability` or that of an attribute or option. A price's
 * value is a range in minor units, both ends in it, `1000-2499`, the last one open: `50000-`. Counted as if nothing were
 * chosen of this very facet, so that more than one value can be chosen.
 */
const Facet = z.strictObject({
  name: z.string(),
  values: z.array(z.strictObject({ value: z.string(), count: z.int(), title: z.string().optional() })),
})

export const searchProducts = call('search.search-products', 'GET /store/v1/search', {
  summary:
    'Products that fit words and filters, with what there is to narrow by; without words, all of them.',
  access: 'anyone',
  query: z.strictObject({
    ...pageQuery,
    q: text(200, 0).optional(),
    /** Id or slug; what is filed below it counts too. */
    category: text(255).optional(),
    /** In minor units, as all money. */
    minPrice: Amount.optional(),
    maxPrice: Amount.optional(),
    currency: Currency.optional(),
    inStock: z.boolean().optional(),
    /** `attr.NAME=VALUE`, attributes and options alike: values of one name are alternatives, names go together. */
    attr: z
      .record(text(255), z.array(text(255)).min(1).max(50))
      .meta({ maxProperties: 20 })
      .optional(),
    sort: ProductSort.default('relevance'),
  }),
  answers: {
    200: page(Product).extend({
      facets: z.array(Facet),
      total: z.int(),
      /** The words as they were understood, where nothing was found as they were written. */
      corrected: z.string().optional(),
    }),
  },
  refusals: { invalid_cursor: { status: 422, title: 'The cursor does not belong to this search.' } },
})

export const suggestSearches = call('search.suggest-searches', 'GET /store/v1/search/suggestions', {
  summary: 'What somebody who has typed so much may be looking for.',
  access: 'anyone',
  query: z.strictObject({ q: text(200, 0) }),
  answers: {
    200: z.strictObject({
      items: z.array(
        z.strictObject({
          text: z.string(),
          kind: z.enum(['product', 'category', 'query']),
          slug: Slug.optional(),
        }),
      ),
    }),
  },
})

/** `listed`: how many products the catalog has named so far; `pending`: how many of them are not indexed yet. */
export const IndexRebuild = z.strictObject({
  state: z.enum(['listing', 'indexing', 'finished']),
  generation: z.int(),
  listed: z.int(),
  pending: z.int(),
  startedAt: timestamp,
  finishedAt: timestamp.nullable(),
})
export type IndexRebuild = z.infer<typeof IndexRebuild>

export const rebuildIndex = call('search.rebuild-index', 'POST /ops/search/rebuild', {
  summary: 'Builds the index anew beside the one that is searched, which it then takes the place of.',
  access: 'operator',
  answers: { 202: IndexRebuild },
  refusals: { rebuild_running: { status: 409, title: 'The index is being rebuilt already.' } },
})

export const showRebuild = call('search.show-rebuild', 'GET /ops/search/rebuild', {
  summary: 'How far the latest rebuild of the index is.',
  access: 'operator',
  answers: { 200: IndexRebuild },
})
