/** What stands where something is hidden. */
export const HIDDEN = '[hidden]'

/** Looked for from the beginning of a word alone: from each of its letters on would take the square of its length. */
const MAIL_ADDRESS = /(?<![^\s<>"'(),:;])[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g
const URL_SECRETS = /(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g

/**
 * What a saga remembers or an event says, as operators may see it: its shape, numbers and booleans, and of its texts
 * those in fields named in `shown`. Whatever is added later is hidden until somebody names it there.
 */
function veiled(value: unknown, shown: ReadonlySet<string>, field = ''): unknown {
  if (typeof value === 'string') return shown.has(field) ? value : HIDDEN
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => veiled(one, shown, field))
  return veiledFields(value, shown)
}

export const veiledFields = (record: object, shown: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([name, inner]) => [name, veiled(inner, shown, name)]))

/** The name of what a record is about, if one of its shown fields says it: what it is called by may be a key to it. */
export const veiledName = (
  name: string,
  record: Record<string, unknown>,
  shown: ReadonlySet<string>,
): string =>
  Object.entries(record).some(([field, value]) => shown.has(field) && value === name) ? name : HIDDEN

/** The text of a fault without mail addresses and what follows the `?` of a link. */
export const veiledFault = (message: string): string =>
  message.replace(MAIL_ADDRESS, HIDDEN).replace(URL_SECRETS, `$1?${HIDDEN}`)
