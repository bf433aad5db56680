import { duration } from './numbers.ts'

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** Hours, minutes and seconds where the operator is. */
export const clockTime = (moment: number | string): string => clock.format(new Date(moment))
export const dayAndTime = (moment: number | string): string => day.format(new Date(moment))

const JUST_NOW_MS = 2_000
const MINUTE = 60_000

/** How long before `now` that was. Clocks differ: what seems to be yet to come is just now. */
export function ago(moment: number | string, now: number): string {
  const ms = now - new Date(moment).getTime()
  const unit = ms < MINUTE ? 1_000 : ms < 60 * MINUTE ? MINUTE : 60 * MINUTE
  return ms < JUST_NOW_MS ? 'just now' : `${duration(Math.floor(ms / unit) * unit)} ago`
}

/** Milliseconds since 1970 with the microseconds that a `Date` drops: what follows one another in a trace needs them. */
export function exactly(moment: string): number {
  const fraction = /\.(\d+)/.exec(moment)?.[1] ?? ''
  return Date.parse(moment) + Number(`0.${fraction.slice(3) || '0'}`)
}
