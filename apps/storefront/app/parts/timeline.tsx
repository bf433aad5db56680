interface Entry {
  readonly at: string
  readonly type: string
  readonly detail?: string | undefined
}

export function Timeline({ entries }: { entries: readonly Entry[] }) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="mb-4 text-2xl">
        What has happened
      </h2>
      <ol className="border-l-2 border-line pl-5">
        {entries.toReversed().map(({ at, type, detail }) => (
          <li key={`${at} ${type} ${detail}`} className="relative pb-5">
            <span
              aria-hidden="true"
              className="absolute top-2 -left-[1.7rem] size-2.5 rounded-full bg-clay"
            />
            <span className="font-medium">{sentence(type)}</span>
            {detail && <span className="text-soft">: {detail}</span>}
            <time dateTime={at} className="block text-sm text-soft">
              {at.slice(0, 16).replace('T', ', ')} UTC
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}

const sentence = (type: string): string => {
  const words = type.replaceAll(/[_.-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
