import type { StoredEvent } from '../contract/event.ts'
import { subjectOf } from './names.ts'

/** An event in the JSON format of CloudEvents 1.0. */
export const writeCloudEvent = ({
  id,
  source,
  type,
  subject,
  time,
  traceparent,
  data,
}: StoredEvent): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time,
    ...(traceparent !== undefined && { traceparent }),
    datacontenttype: 'application/json',
    data,
  })

/**
 * Reads what came on a subject; throws when it is no event. The server answers for the subject alone, so an event
 * that says it comes from somebody else, or is of another type, is none.
 */
export function readCloudEvent(written: string, cameOn: string): StoredEvent {
  const { id, source, type, subject, time, traceparent, data } = JSON.parse(written) ?? {}
  const texts = { id, source, type, subject, time }
  for (const [name, value] of Object.entries(texts))
    if (typeof value !== 'string') throw new TypeError(`its ${name} is no text`)
  if (traceparent !== undefined && typeof traceparent !== 'string')
    throw new TypeError('its traceparent is no text')
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new TypeError('its data is no object')
  if (Number.isNaN(Date.parse(time))) throw new TypeError('its time is none')
  if (subjectOf({ source, type }) !== cameOn) throw new TypeError('it is not what its subject says')
  return { ...texts, ...(traceparent !== undefined && { traceparent }), data }
}
