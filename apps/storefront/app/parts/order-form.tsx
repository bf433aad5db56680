import { Form, useNavigation, useSubmit } from 'react-router'
import { written } from './money.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}
interface Option {
  readonly id: string
  readonly name: string
  readonly price: Money
  readonly estimate: {
    readonly minDays: number
    readonly maxDays: number
    readonly latest?: string | undefined
  }
}
interface Method {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly provider: string
}
interface Props {
  readonly options: readonly Option[]
  readonly methods: readonly Method[]
  readonly chosen: string | undefined
  readonly total: Money
  readonly orderKey: string
}

/** How it comes and how it is paid. The key makes one order of however many clicks. */
export function OrderForm({ options, methods, chosen, total, orderKey }: Props) {
  const isBusy = useNavigation().formData?.get('intent') === 'order'
  const submit = useSubmit()
  const choose = (delivery: string) =>
    void submit({ intent: 'delivery', delivery }, { method: 'post', preventScrollReset: true })
  return (
    <Form method="post" className="panel space-y-6 p-6" id="delivery">
      <input type="hidden" name="intent" value="order" />
      <input type="hidden" name="key" value={orderKey} />
      <fieldset>
        <legend className="mb-3 font-serif text-2xl font-semibold">How it comes</legend>
        {options.map((option) => (
          <Choice
            key={option.id}
            name="delivery"
            value={option.id}
            isChosen={option.id === chosen}
            choose={choose}
          >
            <span className="grow">
              {option.name}
              <span className="block text-sm text-soft">{whenOf(option.estimate)}</span>
            </span>
            <span>{option.price.amount === 0 ? 'free' : written(option.price)}</span>
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend className="mb-3 font-serif text-2xl font-semibold">How it is paid</legend>
        {methods.map(({ id, title }, index) => (
          <Choice key={id} name="payment" value={id} isChosen={index === 0}>
            {title}
          </Choice>
        ))}
        {methods.some(({ provider }) => provider === 'sandbox') && <TestCard />}
      </fieldset>
      <button type="submit" className="button w-full" disabled={isBusy}>
        {isBusy ? 'One moment …' : `Order and pay ${written(total)}`}
      </button>
      <noscript>
        <p className="text-sm text-soft">
          Whoever chooses another delivery pays what it costs in place of the one in the sum.
        </p>
      </noscript>
    </Form>
  )
}

function Choice({ name, value, isChosen, choose, children }: ChoiceProps) {
  return (
    <label className="flex items-center gap-3 border-b border-line py-3 last:border-0">
      <input
        type="radio"
        {...{ name, value }}
        defaultChecked={isChosen}
        onChange={() => choose?.(value)}
        required
        className="size-5 shrink-0 accent-(--clay)"
      />
      {children}
    </label>
  )
}
interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly isChosen: boolean
  readonly choose?: (value: string) => void
  readonly children: React.ReactNode
}

const TEST_CARDS = [
  ['tok_visa', 'A card that pays'],
  ['tok_3ds', 'A card whose bank asks back'],
  ['tok_declined', 'A card that is declined'],
] as const

/** Only where payments are pretended: no page of ours ever takes the number of a card. */
const TestCard = () => (
  <label className="mt-3 block">
    <span className="text-sm text-soft">This shop plays at paying. What shall the card do?</span>
    <select name="paymentToken" className="field">
      {TEST_CARDS.map(([token, title]) => (
        <option key={token} value={token}>
          {title}
        </option>
      ))}
    </select>
  </label>
)

function whenOf({ minDays, maxDays, latest }: Option['estimate']): string {
  const days = minDays === maxDays ? `${minDays}` : `${minDays} to ${maxDays}`
  return `in ${days} working days${latest ? `, by ${latest} at the latest` : ''}`
}
