import type { Address } from '@souk/contracts/values'

export interface Buyer {
  readonly email: string
  readonly shippingAddress: Address
}

const FIELDS = ['name', 'line1', 'line2', 'city', 'postalCode', 'country'] as const
const MISSING: Record<string, string> = {
  email: 'Where shall we write to? Like ada@example.com.',
  name: 'Whose name is at the door?',
  line1: 'Which street and number?',
  city: 'Which town?',
  postalCode: 'Which postal code?',
  country: 'Which country?',
}
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Who buys and where it goes, as a form tells it; or what is missing, by field. */
export function readBuyer(form: FormData): { buyer: Buyer } | { missing: Record<string, string> } {
  const typed = (name: string) => String(form.get(name) ?? '').trim()
  const wrong = ['email', ...FIELDS].filter(
    (name) => name !== 'line2' && (typed(name) === '' || (name === 'email' && !EMAIL.test(typed(name)))),
  )
  if (wrong.length > 0)
    return {
      missing: Object.fromEntries(wrong.map((name) => [name, MISSING[name] ?? 'Please fill this in.'])),
    }
  const line2 = typed('line2')
  return {
    buyer: {
      email: typed('email'),
      shippingAddress: {
        name: typed('name'),
        line1: typed('line1'),
        ...(line2 && { line2 }),
        city: typed('city'),
        postalCode: typed('postalCode'),
        country: typed('country'),
      },
    },
  }
}
