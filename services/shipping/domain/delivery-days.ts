import type { Zone } from './zone.ts'

type Calendar = Pick<Zone, 'timeZone' | 'cutOff' | 'holidays'>

const SATURDAY = 6

const isBusinessDay = (day: Temporal.PlainDate, holidays: ReadonlySet<string>): boolean =>
  day.dayOfWeek < SATURDAY && !holidays.has(day.toString())

/** The n-th business day after a day; with none, the day itself or the first business day that follows. */
function businessDay(from: Temporal.PlainDate, n: number, holidays: ReadonlySet<string>): Temporal.PlainDate {
  let day = from
  let left = n
  while (left > 0 || !isBusinessDay(day, holidays)) {
    day = day.add({ days: 1 })
    if (left > 0 && isBusinessDay(day, holidays)) left--
  }
  return day
}

/**
 * The days, as `2026-12-24`, between which something arrives that is ordered at `now` (milliseconds since 1970): it
 * leaves today where today is a business day and the cut-off is not over, or else on the next one.
 */
export function deliveryDays(
  { minDays, maxDays }: { minDays: number; maxDays: number },
  { timeZone, cutOff, holidays }: Calendar,
  now: number,
): { earliest: string; latest: string } {
  const free = new Set(holidays)
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  const today = local.toPlainDate()
  const isOver =
    cutOff !== null && Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(cutOff)) >= 0
  const leaves = businessDay(isOver ? today.add({ days: 1 }) : today, 0, free)
  const arrives = (days: number) => businessDay(leaves, days, free).toString()
  return { earliest: arrives(minDays), latest: arrives(maxDays) }
}

/** Whether this machine's calendar knows a time zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
