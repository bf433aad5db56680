import type { ShippingOptionSetup, ShippingProfile } from '@souk/contracts/shipping'
import { type FieldError, type Refusal, refuse } from '@souk/kit/contract'
import type { z } from 'zod'
import type { Rate } from './rate-price.ts'
import type { Zone } from './zone.ts'

export type Option = z.infer<typeof ShippingOptionSetup>
export type Profile = z.infer<typeof ShippingProfile>

/** All there is to know for a quote. */
export interface RateCard {
  zones: readonly Zone[]
  profiles: readonly Profile[]
  options: readonly Option[]
}

/** The goods a rate is for. */
export const profileOf = ({ profile }: Pick<Rate, 'profile'>): string => profile ?? 'standard'

/** Whether rates can be offered: known zones and profiles, one for each of them and currency, figures that agree. */
export function checkRates(
  rates: readonly Rate[],
  { zones, profiles }: Pick<RateCard, 'zones' | 'profiles'>,
): Refusal<'unknown_zone' | 'unknown_profile' | 'rates_conflict'> | undefined {
  const unknown =
    firstUnknown(
      'zone',
      rates.map(({ zone }) => zone),
      zones,
    ) ?? firstUnknown('profile', rates.map(profileOf), profiles)
  if (unknown) return unknown
  const errors = rates.flatMap((rate, index) => conflictsOf(rate, index, rates))
  return errors[0] && refuse('rates_conflict', { detail: errors[0].message, errors })
}

function firstUnknown(what: 'zone' | 'profile', named: readonly string[], known: readonly { id: string }[]) {
  const ids = known.map(({ id }) => id)
  const index = named.findIndex((one) => !ids.includes(one))
  if (index < 0) return undefined
  const [code, message] = [`unknown_${what}` as const, `The ${what}s are ${ids.join(', ')}.`]
  return refuse(code, { detail: message, errors: [{ path: `rates.${index}.${what}`, code, message }] })
}

function conflictsOf(rate: Rate, index: number, rates: readonly Rate[]): FieldError[] {
  const { zone, price, freeFrom, estimate, byWeight, byValue = [] } = rate
  const conflict = (field: string, message: string) => [
    { path: `rates.${index}${field}`, code: 'rates_conflict', message },
  ]
  const twin = rates.findIndex(
    (one) => one.zone === zone && one.price.currency === price.currency && profileOf(one) === profileOf(rate),
  )
  if (twin < index)
    return conflict(
      '',
      `There is a rate for ${profileOf(rate)} goods to ${zone} in ${price.currency} already.`,
    )
  if (freeFrom && freeFrom.currency !== price.currency)
    return conflict('.freeFrom', `The price is in ${price.currency}, so the threshold must be too.`)
  if (estimate.minDays > estimate.maxDays)
    return conflict('.estimate', 'The earliest day comes after the latest.')
  const tiers = byWeight?.tiers ?? []
  if (!isRising(tiers.map(({ overGrams }) => overGrams)) || !isRising(byValue.map(({ from }) => from)))
    return conflict(byWeight ? '.byWeight' : '.byValue', 'Tiers come in rising order, each once.')
  const dearest = Math.max(price.amount, ...byValue.map(({ amount }) => amount))
  const prices = [dearest, ...tiers.map(({ amount }) => amount)]
  if (prices.some((amount, at) => at > 0 && amount < (prices[at - 1] ?? 0)))
    return conflict('.byWeight', 'The heavier must not be cheaper than the lighter.')
  return []
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? 0))
