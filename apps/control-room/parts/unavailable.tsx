/** An empty list is no good news where somebody could not be asked. */
export function Unavailable({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="note warn" role="status">
      <strong>Not everybody answered.</strong> What {names.join(', ')} would have told is missing here.
    </p>
  )
}
