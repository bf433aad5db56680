import type { ProductStatus } from '../draft.ts'
import { limits } from '../limits.ts'
import { toMinorUnits } from '../money.ts'
import { accept, type Parsed, refuse } from './parsed.ts'

// Cells of few words or a number. A blank one says nothing: `undefined`, but for the price before a reduction.

export function flag(cell: string): Parsed<boolean | undefined> {
  const word = cell.trim().toLowerCase()
  if (word === '') return accept(undefined)
  if (word === 'true' || word === 'yes' || word === '1') return accept(true)
  if (word === 'false' || word === 'no' || word === '0') return accept(false)
  return refuse('invalid_boolean', `"${word.slice(0, 40)}" is neither true nor false`)
}

export function status(cell: string): Parsed<ProductStatus | undefined> {
  const word = cell.trim().toLowerCase()
  if (word === '') return accept(undefined)
  if (word === 'active' || word === 'draft' || word === 'archived') return accept(word)
  return refuse('invalid_status', `"${word.slice(0, 40)}" is not one of active, draft, archived`)
}

/** What happens when stock is out; newer exports answer "continue selling?" with yes or no. */
export function policy(cell: string): Parsed<'deny' | 'continue' | undefined> {
  const word = cell.trim().toLowerCase()
  if (word === 'deny' || word === 'continue') return accept(word)
  const goesOn = flag(cell)
  if (!goesOn.ok) return refuse('invalid_policy', `"${word.slice(0, 40)}" is neither deny nor continue`)
  return accept(goesOn.value === undefined ? undefined : goesOn.value ? 'continue' : 'deny')
}

/** Shopify names the system that counts the stock; blank means nobody does. */
export function tracker(cell: string): Parsed<boolean> {
  return accept(cell.trim() !== '')
}

export function price(currency: string) {
  return (cell: string): Parsed<number | undefined> =>
    cell.trim() === '' ? accept(undefined) : toMinorUnits(cell, currency)
}

export function compareAtPrice(currency: string) {
  return (cell: string): Parsed<number | null> =>
    cell.trim() === '' ? accept(null) : toMinorUnits(cell, currency)
}

/** Whole pieces; oversold stock (below zero) counts as none, with a warning. */
export function quantity(cell: string): Parsed<number | undefined> {
  const text = cell.trim()
  if (text === '') return accept(undefined)
  const pieces = /^-?\d{1,15}(\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(pieces)) return refuse('invalid_quantity', `"${text.slice(0, 40)}" is not a whole number`)
  if (pieces > limits.quantity) return refuse('invalid_quantity', `more than ${limits.quantity} pieces`)
  if (pieces >= 0) return accept(pieces)
  return {
    ok: true,
    value: 0,
    warning: { code: 'negative_quantity', message: `${text} pieces are taken as 0` },
  }
}

/** Whole grams, rounded half up: Shopify converts pounds and ounces into fractions of a gram. */
export function grams(cell: string): Parsed<number | undefined> {
  const text = cell.trim()
  if (text === '') return accept(undefined)
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(text)
  if (!match) return refuse('invalid_weight', `"${text.slice(0, 40)}" is not a weight in grams`)
  const whole = Number(match[1]) + ((match[2] ?? '') >= '5' ? 1 : 0)
  return whole > limits.grams ? refuse('invalid_weight', `more than ${limits.grams} grams`) : accept(whole)
}

/** The unit weights are shown in; grams are grams whatever it says, so a strange one only earns a remark. */
export function weightUnit(cell: string): Parsed<undefined> {
  const unit = cell.trim()
  if (/^(|g|kg|oz|lb)$/i.test(unit)) return accept(undefined)
  const message = `"${unit.slice(0, 40)}" is not g, kg, oz or lb; weights are read in grams`
  return { ok: true, value: undefined, warning: { code: 'unknown_weight_unit', message } }
}
