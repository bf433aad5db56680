import type { Members, Rule } from '@souk/contracts/catalog'
import type { Money } from '@souk/contracts/money'
import type { Queryable } from '@souk/kit/database'

type Conditions = Extract<Members, { kind: 'automatic' }>['conditions']

/** Whether all conditions hold for a product `p` as it is listed in one currency, `l`. */
export const conditionsHold = (sql: Queryable, conditions: Conditions) =>
  conditions
    .map(({ anyOf }) => anyOf.map((rule) => ruleHolds(sql, rule)).reduce((a, b) => sql`${a} or ${b}`))
    .reduce((all, one) => sql`${all} and (${one})`, sql`true`)

/** What a product does not have holds for no value, and so for `not` any. */
function ruleHolds(sql: Queryable, rule: Rule) {
  const holds = sql`coalesce(${test(sql, rule)}, false)`
  return rule.not ? sql`not ${holds}` : holds
}

function test(sql: Queryable, rule: Rule) {
  if (rule.kind === 'category')
    return sql`exists (
      select from product_category pc join category c on c.id = pc.category_id
      where pc.product_id = p.id and c.path && ${rule.categoryIds}::text[])`
  if (rule.kind === 'tag') return sql`p.document -> 'tags' ?| ${rule.values}::text[]`
  if (rule.kind === 'vendor') return sql`p.document ->> 'vendor' = any(${rule.values}::text[])`
  if (rule.kind === 'product_type') return sql`p.document ->> 'productType' = any(${rule.values}::text[])`
  if (rule.kind === 'price')
    return sql`(${bound(sql, rule.atLeast, '>=')} and ${bound(sql, rule.atMost, '<=')})`
  const value = sql`(p.document -> 'attributes' ->> ${rule.key})`
  if (rule.kind === 'attribute')
    return sql`(${value} = any(${rule.values}::text[]) or string_to_array(${value}, ', ') && ${rule.values}::text[])`
  const { atLeast = null, atMost = null } = rule
  return sql`case when ${value} ~ '^-?[0-9]{1,15}([.][0-9]{1,6})?$' then ${value}::numeric
    between coalesce(${atLeast}::numeric, '-infinity') and coalesce(${atMost}::numeric, 'infinity') end`
}

/** A bound names an amount for each currency it holds in; none at all bounds nothing. */
function bound(sql: Queryable, amounts: readonly Money[] | undefined, compared: '>=' | '<=') {
  if (!amounts) return sql`true`
  return sql`(${amounts
    .map(({ amount, currency }) =>
      compared === '>='
        ? sql`l.currency = ${currency} and l.price >= ${amount}`
        : sql`l.currency = ${currency} and l.price <= ${amount}`,
    )
    .reduce((a, b) => sql`${a} or ${b}`)})`
}
