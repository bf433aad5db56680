/** The one stream all events are kept in. */
export const STREAM = 'souk-events'
/** The bucket of who is there. */
export const BUCKET = 'souk-registry'
export const REGISTRY_PREFIX = `$KV.${BUCKET}.`

const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/i
const TYPE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i

/** A name as one token of a subject; what could widen a subject or a permission is refused. */
export function asToken(name: string): string {
  if (NAME.test(name)) return name
  throw new RangeError(
    `"${name}" cannot be a name at the broker: letters, digits, dashes and underscores, 63 at most`,
  )
}

/** The id of an instance as one token of a key. */
export function asId(id: string): string {
  if (/^[\w-]{1,100}$/.test(id)) return id
  throw new RangeError(
    `"${id}" cannot be the id of an instance: letters, digits, dashes and underscores, 100 at most`,
  )
}

/** Where an event is published: the server lets each service publish below its own name alone. */
export function subjectOf({ source, type }: { readonly source: string; readonly type: string }): string {
  if (TYPE.test(type)) return `souk.events.${asToken(source)}.${type}`
  throw new RangeError(`"${type}" cannot be the type of an event at the broker`)
}

/** Replies reach each client below a prefix of its own, where no other may listen. */
export const inboxOf = (user: string): string => `_INBOX.${asToken(user)}`
