import { inWords } from '../words/trouble.ts'
import type { Outcome } from './outcome.ts'
import type { Replayed } from './use-replays.ts'

/** What became of what was replayed from this page. */
export function Outcomes({ replayed }: { replayed: readonly Replayed[] }) {
  return (
    <ul className="outcomes" aria-live="polite" aria-label="What became of replays">
      {replayed.map(({ attempt: { id, type, consumer }, outcome }) => (
        <li key={id} className={`note ${TONE[outcome.kind]}`}>
          <code>{type}</code> for {consumer}: {say(outcome)}
        </li>
      ))}
    </ul>
  )
}

const TONE = { trying: 'warn', applied: 'good', failed: 'bad', refused: 'bad' } as const

function say(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'trying':
      return 'it is being tried…'
    case 'applied':
      return 'applied.'
    case 'failed':
      return `failed again and is parked. ${outcome.error ?? ''}`
    case 'refused': {
      const { title, advice } = inWords(outcome.trouble)
      return `${title} ${advice}`
    }
  }
}
