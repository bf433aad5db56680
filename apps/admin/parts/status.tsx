const TONES: Readonly<Record<string, 'good' | 'bad' | 'warn'>> = {
  published: 'good',
  paid: 'good',
  completed: 'good',
  delivered: 'good',
  active: 'good',
  succeeded: 'good',
  captured: 'good',
  in_stock: 'good',
  done: 'good',
  given: 'good',
  confirmed: 'warn',
  processing: 'warn',
  authorized: 'warn',
  partially_paid: 'warn',
  requested: 'warn',
  on_hold: 'warn',
  pending: 'warn',
  low_stock: 'warn',
  invited: 'warn',
  unfulfilled: 'warn',
  partially_fulfilled: 'warn',
  cancelled: 'bad',
  failed: 'bad',
  out_of_stock: 'bad',
  deactivated: 'bad',
  refused: 'bad',
  voided: 'bad',
}

/** A state of the API as a word: `partially_refunded` reads “Partially refunded”. */
export function wordOf(state: string): string {
  const words = state.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A state, as a word with a colour that says nothing more than the word. */
export function Status({ state }: { readonly state: string }) {
  return <span className={`status ${TONES[state] ?? 'plain'}`}>{wordOf(state)}</span>
}
