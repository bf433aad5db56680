import type { DeadLetters, Sagas } from '../asking/answers.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { hrefTo, type Page, pages } from '../places/place.ts'
import { StandingWord } from './standing-word.tsx'

const ALARMS_EVERY_MS = 10_000

interface HeaderProps {
  readonly page: Page
  readonly titles: Readonly<Record<Page, string>>
}

/** The doors, with what waits for a person behind each. */
export function Header({ page, titles }: HeaderProps) {
  const parked = useAnswer<DeadLetters>('/ops/dead-letters?limit=100', ALARMS_EVERY_MS).answer
  const stuck = useAnswer<Sagas>('/ops/sagas?state=stuck&limit=100', ALARMS_EVERY_MS).answer
  const waiting: Readonly<Record<string, Waiting>> = {
    events: { list: parked, says: 'parked' },
    checkouts: { list: stuck, says: 'stuck' },
  }
  return (
    <header>
      <button type="button" className="skip" onClick={skip}>
        Skip to the content
      </button>
      <p className="brand">
        <Arch /> Souk <span>control room</span>
      </p>
      <nav aria-label="Pages">
        {pages.map((one) => (
          <a key={one} href={hrefTo(one)} aria-current={one === page ? 'page' : undefined}>
            {titles[one]}
            <Alarm waiting={waiting[one]} />
          </a>
        ))}
      </nav>
      <StandingWord />
    </header>
  )
}

interface Waiting {
  readonly list: DeadLetters | Sagas | undefined
  readonly says: string
}

function Alarm({ waiting }: { waiting: Waiting | undefined }) {
  const list = waiting?.list
  if (!list || list.items.length === 0) return null
  return (
    <span className="alarm">
      {' '}
      {list.items.length}
      {list.nextCursor !== null && '+'} {waiting.says}
    </span>
  )
}

/** No link: the hash names a page already. */
const skip = (): void => document.querySelector('h1')?.focus()

const Arch = () => (
  <svg viewBox="0 0 16 16" width="22" height="22" aria-hidden="true">
    <path d="M2 14V7a6 6 0 0 1 12 0v7z" />
  </svg>
)
