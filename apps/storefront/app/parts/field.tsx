interface Props {
  readonly name: string
  /** Where two forms of a page ask for the same. */
  readonly id?: string
  readonly title: string
  readonly value?: string | undefined
  readonly wrong?: string | undefined
  readonly type?: string
  readonly autoComplete?: string
  readonly className?: string
}

/** A field with its name above and, where something is wrong, what to do right below. */
export function Field({
  name,
  id = name,
  title,
  value,
  wrong,
  type = 'text',
  autoComplete,
  className,
}: Props) {
  return (
    <div className={className}>
      <label htmlFor={id} className="text-sm text-soft">
        {title}
      </label>
      <input
        id={id}
        className="field"
        {...{ name, type, autoComplete }}
        defaultValue={value ?? ''}
        maxLength={200}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="mt-1 text-sm text-bad">
          {wrong}
        </p>
      )}
    </div>
  )
}
