type Told = { amount: number; currency: string; capturedAmount: number }

/**
 * The same answer or webhook telling another amount: by turns more, less, and another currency. What tells of no
 * amount, such as a refusal, stays as it is.
 */
export function lie(body: string, turn: number): string {
  const told = JSON.parse(body)
  const { data } = told
  if (data !== undefined) return JSON.stringify({ ...told, data: { ...data, ...wrong(data, turn) } })
  return typeof told.amount === 'number' ? JSON.stringify({ ...told, ...wrong(told, turn) }) : body
}

function wrong({ amount, currency, capturedAmount }: Told, turn: number): Partial<Told> {
  if (turn % 3 === 2) return { currency: currency === 'USD' ? 'EUR' : 'USD' }
  const other = turn % 3 === 1 && amount > 1 ? amount - 1 : amount + 1
  return { amount: other, capturedAmount: capturedAmount === amount ? other : capturedAmount }
}
