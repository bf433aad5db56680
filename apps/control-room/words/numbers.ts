const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

export const count = (value: number): string => whole.format(value)

/** So many of it: `plural(1, 'fault')` is `1 fault`. */
export const plural = (value: number, thing: string): string =>
  `${count(value)} ${value === 1 ? thing : `${thing}s`}`

/** What is rarer than once a second is told by the minute. */
export function rate(perSecond: number): string {
  if (perSecond === 0) return 'none'
  if (perSecond < 1) return `${whole.format(Math.max(1, perSecond * 60))}/min`
  return `${(perSecond < 10 ? oneDigit : whole).format(perSecond)}/s`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time, as exactly as anybody wants to know. */
export function duration(ms: number): string {
  if (ms < 10) return `${oneDigit.format(ms)} ms`
  if (ms < 1_000) return `${whole.format(ms)} ms`
  if (ms < MINUTE) return `${oneDigit.format(ms / 1_000)} s`
  if (ms < HOUR) return withRest(ms, { unit: [MINUTE, 'min'], rest: [1_000, 's'] })
  if (ms < DAY) return withRest(ms, { unit: [HOUR, 'h'], rest: [MINUTE, 'min'] })
  return plural(Math.floor(ms / DAY), 'day')
}

type Unit = readonly [ms: number, name: string]

function withRest(ms: number, { unit, rest }: { unit: Unit; rest: Unit }): string {
  const over = Math.floor((ms % unit[0]) / rest[0])
  return `${Math.floor(ms / unit[0])} ${unit[1]}${over > 0 ? ` ${over} ${rest[1]}` : ''}`
}

/** Less than this is the time an event takes anyway. */
const NO_LAG_SECONDS = 0.05
export const isLagging = (seconds: number | null): boolean => seconds !== null && seconds >= NO_LAG_SECONDS
export const lag = (seconds: number): string => (isLagging(seconds) ? duration(seconds * 1_000) : 'none')
