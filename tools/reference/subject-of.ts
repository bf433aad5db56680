import type { EventType } from '@souk/kit/contract'

/** Announced with each field's own name in it, an event says which field it is about. */
export const subjectOf = (event: EventType): string =>
  event(Object.fromEntries(Object.keys(event.data.shape).map((name) => [name, name]))).subject
