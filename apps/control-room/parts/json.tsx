const HIDDEN = '[hidden]'

/** What was said, as it was said; the API has taken out what nobody is to see. */
export function Json({ value, label }: { value: unknown; label: string }) {
  const text = JSON.stringify(value, undefined, 2)
  return (
    <figure className="json">
      <figcaption>{label}</figcaption>
      <pre>{text}</pre>
      {text.includes(HIDDEN) && (
        <p className="aside">
          <code>{HIDDEN}</code> stands for text that could be a key to something or tell of a person.
        </p>
      )}
    </figure>
  )
}
