import type { z } from 'zod'

/** A fact of one service, declared once: `event('inventory.stock-reserved.v1', schema, 'orderId')`. */
export interface EventType<Type extends string = string, Data extends z.ZodObject = z.ZodObject> {
  (data: z.output<Data>): Announcement
  readonly type: Type
  readonly service: string
  readonly data: Data
  readonly summary: string
}

/** An event about to be published: it has no id or time yet, its transaction gives them. */
export interface Announcement {
  readonly type: string
  /** The aggregate it is about; events of one subject are applied in order. */
  readonly subject: string
  readonly data: Record<string, unknown>
}

/** A stored event: a CloudEvents 1.0 envelope. */
export interface StoredEvent extends Announcement {
  readonly id: string
  readonly source: string
  readonly time: string
  readonly traceparent?: string | undefined
}

/** Declares an event; `subject` names the field that holds the aggregate's id. */
export function event<const Type extends `${string}.${string}.v${number}`, Data extends z.ZodObject>(
  type: Type,
  summary: string,
  data: Data,
  subject: keyof z.output<Data> & string,
): EventType<Type, Data> {
  const announce = (fact: z.output<Data>): Announcement => ({
    type,
    subject: String((fact as Record<string, unknown>)[subject]),
    data: fact as Record<string, unknown>,
  })
  return Object.assign(announce, { type, service: type.split('.')[0] as string, data, summary })
}
