import type { Queryable } from '@souk/kit/database'
import type { AddressBook } from '../domain/address-book.ts'
import type { Profile } from '../domain/profile.ts'

export interface NewCustomer extends Profile {
  emailKey: string
  passwordHash: string
}

/** A customer with what a password is checked against. */
type Known = Profile & { passwordHash: string }

export interface Access {
  customerIds: readonly string[]
  actor: string
  action: string
  traceId: string
  at: string
}

/** Customers who are not erased; an erased one is found by nothing here. */
export function customers(sql: Queryable) {
  const columns = sql`
    id, email, name, email_verified as "emailVerified", preferences, version, created_at as "createdAt"`
  const book = sql`addresses, default_shipping as "defaultShipping", default_billing as "defaultBilling"`

  return {
    async find(id: string): Promise<Profile | undefined> {
      const [row] = await sql<
        Profile[]
      >`select ${columns} from customer where id = ${id} and erased_at is null`
      return row
    },

    async findByEmail(emailKey: string): Promise<Known | undefined> {
      const [row] = await sql<Known[]>`
        select ${columns}, password_hash as "passwordHash" from customer where email_key = ${emailKey}`
      return row
    },

    async findSecret(id: string): Promise<Known | undefined> {
      const [row] = await sql<Known[]>`
        select ${columns}, password_hash as "passwordHash" from customer where id = ${id} and erased_at is null`
      return row
    },

    /** Locks the customer: whoever opens or ends sessions, or changes profile or addresses, holds this. */
    async lock(id: string): Promise<Known | undefined> {
      const [row] = await sql<Known[]>`
        select ${columns}, password_hash as "passwordHash" from customer
        where id = ${id} and erased_at is null for no key update`
      return row
    },

    /** False where the e-mail address has an account. */
    async add(customer: NewCustomer): Promise<boolean> {
      const { id, email, emailKey, name, passwordHash, preferences, createdAt } = customer
      const added = await sql`
        insert into customer (id, email, email_key, name, password_hash, preferences, created_at)
        values (${id}, ${email}, ${emailKey}, ${name}, ${passwordHash}, ${sql.json(preferences)}, ${createdAt})
        on conflict (email_key) do nothing`
      return added.count === 1
    },

    async saveProfile({ id, name, emailVerified, preferences, version }: Profile): Promise<void> {
      await sql`
        update customer set name = ${name}, email_verified = ${emailVerified},
          preferences = ${sql.json(preferences)}, version = ${version} where id = ${id}`
    },

    async savePassword(id: string, passwordHash: string): Promise<void> {
      await sql`update customer set password_hash = ${passwordHash} where id = ${id}`
    },

    /** Nothing personal stays; what refers to the id still finds that it was somebody’s. */
    async erase(id: string, at: string): Promise<void> {
      await sql`
        update customer set email = null, email_key = null, password_hash = null, name = '', email_verified = false,
          preferences = '{}', addresses = '[]', default_shipping = null, default_billing = null, erased_at = ${at}
        where id = ${id}`
    },

    async findBook(id: string): Promise<AddressBook | undefined> {
      const [row] = await sql<
        AddressBook[]
      >`select ${book} from customer where id = ${id} and erased_at is null`
      return row
    },

    async lockBook(id: string): Promise<AddressBook | undefined> {
      const [row] = await sql<AddressBook[]>`
        select ${book} from customer where id = ${id} and erased_at is null for no key update`
      return row
    },

    async saveBook(id: string, { addresses, defaultShipping, defaultBilling }: AddressBook): Promise<void> {
      await sql`
        update customer set addresses = ${sql.json(addresses as never)},
          default_shipping = ${defaultShipping}, default_billing = ${defaultBilling} where id = ${id}`
    },

    /** Newest first, below a position; `start` is how the name or the e-mail address begins. */
    async list({ before, limit, start }: { before: number; limit: number; start: string }) {
      const pattern = `${start.replaceAll(/[\\%_]/g, '\\$&')}%`
      return await sql<(Profile & { position: number })[]>`
        select position, ${columns} from customer
        where erased_at is null and position < ${before}
          and (${start === ''} or email_key like ${pattern} or lower(name) like ${pattern})
        order by position desc limit ${limit}`
    },

    async addAccesses({ customerIds, actor, action, traceId, at }: Access): Promise<void> {
      await sql`
        insert into customer_access (customer_id, actor, action, trace_id, at)
        select id, ${actor}, ${action}, ${traceId}, ${at} from unnest(${customerIds as string[]}::text[]) as id`
    },

    async findAccesses(id: string): Promise<{ at: Date; action: string }[]> {
      return await sql<{ at: Date; action: string }[]>`
        select at, action from customer_access where customer_id = ${id} order by position`
    },
  }
}
