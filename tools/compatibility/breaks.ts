import { misfits, type Reader } from './misfits.ts'
import type { RecordedCall, RecordedEvent, Recording, Recordings } from './recording.ts'
import type { Schema } from './schema.ts'

/** What of the contracts as they are now breaks those who know them as recorded: a sentence each, by name. */
export const breaks = (recorded: Recordings, now: Recordings): string[] =>
  Object.entries(recorded).flatMap(([service, before]) =>
    breaksOf(before, now[service] ?? { calls: {}, events: {} }).map((line) => `${service}: ${line}`),
  )

const breaksOf = (before: Recording, now: Recording): string[] => [
  ...eachOf(before.calls, now.calls, callBreaks, 'is gone; who knows it still asks it'),
  ...eachOf(
    before.events,
    now.events,
    eventBreaks,
    'is gone; announce it beside its successor until nobody hears it',
  ),
]

function eachOf<T>(
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  compare: (before: T, now: T) => string[],
  gone: string,
): string[] {
  return Object.entries(before).flatMap(([name, one]) => {
    const same = now[name]
    return (same === undefined ? [gone] : compare(one, same)).map((line) => `${name} ${line}`)
  })
}

/** Hearers of either version hear events of the other: what waits in an inbox was announced by the older one. */
const eventBreaks = (before: RecordedEvent, now: RecordedEvent): string[] => [
  ...(before.subject === now.subject
    ? []
    : [`is about another subject: ${now.subject}, was ${before.subject}; its order among others is lost`]),
  ...told('breaks those who hear it already:', { written: now.data, read: before.data, reader: 'hearer' }),
  ...told('breaks on those announced already:', { written: before.data, read: now.data, reader: 'hearer' }),
]

const callBreaks = (before: RecordedCall, now: RecordedCall): string[] => [
  ...permissionBreaks(before, now),
  ...(['params', 'query', 'body'] as const).flatMap((part) =>
    told(`refuses what is sent to it already: its ${part}`, {
      written: before[part],
      read: now[part],
      reader: 'door',
    }),
  ),
  ...Object.entries(now.answers).flatMap(([status, written]) => {
    const read = before.answers[status]
    if (!read) return [`answers ${status}, which those who ask it already do not know`]
    return told(`answers ${status} otherwise than those who ask it already understand:`, {
      ...{ written, read },
      reader: 'caller',
    })
  }),
  ...Object.entries(now.refusals)
    .filter(([code, status]) => (before.refusals[code] ?? status) !== status)
    .map(([code, status]) => `refuses ${code} with ${status}, which was ${before.refusals[code]}`),
]

function permissionBreaks(before: RecordedCall, now: RecordedCall): string[] {
  const needsKey = ({ idempotency }: RecordedCall) => idempotency === 'required' || idempotency === 'own'
  const takes = ({ upload = ['application/json'] }: RecordedCall) => upload
  const lost = takes(before).filter((type) => !takes(now).includes(type))
  return [
    ...(now.access === before.access || now.access === 'anyone'
      ? []
      : [`is for ${now.access}, was for ${before.access}`]),
    ...(needsKey(now) && !needsKey(before) ? ['refuses those who send no Idempotency-Key'] : []),
    ...lost.map((type) => `takes no ${type} any more`),
    ...(before.produces === now.produces
      ? []
      : [`answers ${now.produces ?? 'JSON'}, was ${before.produces ?? 'JSON'}`]),
  ]
}

const told = (
  what: string,
  { written, read, reader }: { written: Schema; read: Schema; reader: Reader },
): string[] => misfits(written, read, reader).map(({ at, why }) => `${what} ${at || 'the whole'} ${why}`)
