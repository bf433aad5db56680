import type { Queryable } from '@souk/kit/database'

// What the auditor knows of the tables of accounts.

/** Entries whose hash is not what they and the one before them make, or that are not in their place. */
export const brokenEntries = (sql: Queryable) => sql<{ position: number }[]>`
  select position::int from (
    select position, hash, facts, actor, lag(hash) over (order by position) as before,
      row_number() over (order by position) as place
    from audit_log) as chained
  where hash <> audit_log_hash(before, facts) or position <> place`

export async function countEntries(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from audit_log`
  return row?.count ?? 0
}

/** The groups of a customer, by their keys, and the number of what was told of them last. */
export interface StoredGroups {
  readonly customerId: string
  readonly groups: readonly string[]
  readonly version: number
}

/** Of customers who are there and of whose groups something was told. */
export const groupsInAccounts = (accounts: Queryable) => accounts<StoredGroups[]>`
  select c.id as "customerId", c.groups_version as version, array(
    select g.key from group_member m join customer_group g on g.id = m.group_id
    where m.customer_id = c.id order by g.key) as groups
  from customer c where c.groups_version > 0 and c.erased_at is null`

export const groupsInCarts = (carts: Queryable) => carts<StoredGroups[]>`
  select customer_id as "customerId", groups, version from customer_groups`

export interface StoredErasure {
  readonly customerId: string
  readonly lastAskedAt: Date
  /** Services that answered the last asking. */
  readonly answered: readonly string[]
  /** Whether the row of the customer says whose it was. */
  readonly isNamed: boolean
}

export const erasuresIn = (sql: Queryable) => sql<StoredErasure[]>`
  select customer_id as "customerId", last_asked_at as "lastAskedAt",
    array(select service from erasure_answer a
      where a.customer_id = e.customer_id and a.asked_at >= e.last_asked_at) as answered,
    coalesce(num_nonnulls(c.email, c.email_key, c.password_hash) > 0 or c.name <> '' or c.addresses <> '[]', false)
      as "isNamed"
  from erasure e left join customer c on c.id = e.customer_id`
