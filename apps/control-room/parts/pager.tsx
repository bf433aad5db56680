interface PagerProps {
  /** Of the pages that were turned, the last one being shown. */
  readonly cursors: readonly string[]
  readonly next: string | null | undefined
  readonly onTurn: (cursors: readonly string[]) => void
}

/** Turns the pages of a list whose end nobody knows. */
export function Pager({ cursors, next, onTurn }: PagerProps) {
  return (
    <p className="pager">
      {cursors.length > 0 && (
        <button type="button" className="button quiet" onClick={() => onTurn(cursors.slice(0, -1))}>
          Newer
        </button>
      )}
      {next != null && (
        <button type="button" className="button quiet" onClick={() => onTurn([...cursors, next])}>
          Older
        </button>
      )}
    </p>
  )
}
