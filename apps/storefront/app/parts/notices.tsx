import { written } from './money.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}
interface Notice {
  readonly code: string
  readonly lineId?: string | undefined
  readonly from?: Money | undefined
  readonly to?: Money | undefined
}
interface Props {
  readonly trouble?: string | undefined
  readonly notices: readonly Notice[]
  readonly lines: readonly { readonly id: string; readonly title: string }[]
}

const WORDS: Record<string, string> = {
  low_stock: 'there are only a few left',
  out_of_stock: 'there are not as many left',
  unavailable: 'is not sold any more; it is not part of the order',
  shipping_price_changed: 'delivery costs something else now',
  discount_changed: 'discounts have changed',
  shipping_option_unavailable: 'the delivery chosen does not go there any more; choose another',
}

/** What is refused, and what changed since the cart was last seen. */
export function Notices({ trouble, notices, lines }: Props) {
  if (!trouble && notices.length === 0) return null
  const titleOf = (id: string | undefined) => lines.find((line) => line.id === id)?.title
  return (
    <div role="alert" className="mb-6 space-y-2">
      {trouble && <p className="rounded-m bg-bad-tint p-4 text-bad">{trouble}</p>}
      {notices.map((notice) => (
        <p key={`${notice.code} ${notice.lineId}`} className="rounded-m bg-warn-tint p-4 text-warn">
          {[titleOf(notice.lineId), wordsOf(notice)].filter(Boolean).join(': ')}
        </p>
      ))}
    </div>
  )
}

const wordsOf = ({ code, from, to }: Notice): string | undefined =>
  code === 'price_changed' && from && to
    ? `the price has changed from ${written(from)} to ${written(to)}`
    : WORDS[code]
