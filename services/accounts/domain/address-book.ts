import { Address, type SavedAddress } from '@souk/contracts/values'
import type { z } from 'zod'

type Saved = z.infer<typeof SavedAddress>
export type BookedAddress = Address & { id: string }

/** A customer's addresses, oldest first. While there is any, exactly one is the default of each kind. */
export interface AddressBook {
  addresses: readonly BookedAddress[]
  defaultShipping: string | null
  defaultBilling: string | null
}

/** What somebody wants an address to be the default for, or not any more. */
export interface Wishes {
  isDefaultShipping?: boolean | undefined
  isDefaultBilling?: boolean | undefined
}

export type AddressChange = { [Field in keyof Address]?: Address[Field] | null | undefined }

export const emptyBook: AddressBook = { addresses: [], defaultShipping: null, defaultBilling: null }

export const MOST_ADDRESSES = 100

/** The first address becomes both defaults, wished or not. */
export function add(book: AddressBook, address: BookedAddress, wishes: Wishes): AddressBook {
  return {
    addresses: [...book.addresses, address],
    defaultShipping: (wishes.isDefaultShipping ? address.id : book.defaultShipping) ?? address.id,
    defaultBilling: (wishes.isDefaultBilling ? address.id : book.defaultBilling) ?? address.id,
  }
}

/** Whether a wish would leave a book without a default. */
export const leavesNoDefault = (book: AddressBook, id: string, wishes: Wishes): boolean =>
  (wishes.isDefaultShipping === false && book.defaultShipping === id) ||
  (wishes.isDefaultBilling === false && book.defaultBilling === id)

/** Null empties a field, what is absent stays. */
export function change(
  book: AddressBook,
  { id, fields, wishes }: { id: string; fields: AddressChange; wishes: Wishes },
): AddressBook {
  return {
    addresses: book.addresses.map((one) => (one.id === id ? { ...merged(one, fields), id } : one)),
    defaultShipping: wishes.isDefaultShipping ? id : book.defaultShipping,
    defaultBilling: wishes.isDefaultBilling ? id : book.defaultBilling,
  }
}

/** What the address was the default for goes to the oldest one left. */
export function remove(book: AddressBook, id: string): AddressBook {
  const addresses = book.addresses.filter((one) => one.id !== id)
  const oldest = addresses[0]?.id ?? null
  return {
    addresses,
    defaultShipping: book.defaultShipping === id ? oldest : book.defaultShipping,
    defaultBilling: book.defaultBilling === id ? oldest : book.defaultBilling,
  }
}

/** As the customer sees it. */
export const entries = ({ addresses, defaultShipping, defaultBilling }: AddressBook): Saved[] =>
  addresses.map((address) => ({
    ...address,
    isDefaultShipping: address.id === defaultShipping,
    isDefaultBilling: address.id === defaultBilling,
  }))

export const entry = (book: AddressBook, id: string): Saved | undefined =>
  entries(book).find((one) => one.id === id)

function merged({ id: _, ...address }: BookedAddress, fields: AddressChange): Address {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined)
  const kept = Object.entries({ ...address, ...Object.fromEntries(sent) }).filter(
    ([, value]) => value !== null,
  )
  return Address.parse(Object.fromEntries(kept))
}
