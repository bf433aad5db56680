import type { Span } from '../asking/answers.ts'

export const spanKinds = ['call', 'event', 'database', 'stranger', 'step'] as const
export type SpanKind = (typeof spanKinds)[number]

/** What time was spent on. */
export function kindOf({ kind, name, attributes }: Pick<Span, 'kind' | 'name' | 'attributes'>): SpanKind {
  if (attributes['souk.stranger'] !== undefined) return 'stranger'
  if (attributes['souk.saga.step'] !== undefined) return 'step'
  if (kind === 'producer' || kind === 'consumer') return 'event'
  return name.startsWith('transaction') ? 'database' : 'call'
}

export const saysOfKind: Readonly<Record<SpanKind, string>> = {
  call: 'Call',
  event: 'Event',
  database: 'Database',
  stranger: 'Outside',
  step: 'Step of a saga',
}
