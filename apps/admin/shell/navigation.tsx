import { usePermissions } from 'react-admin'
import { listOf } from '../parts/paths.ts'
import { may } from '../session/may.ts'
import { ROOMS } from './rooms.ts'
import { usePlace } from './use-place.ts'

/** The rooms one may enter. */
export function Navigation({ onChoose }: { readonly onChoose: () => void }) {
  const { permissions = [] } = usePermissions<readonly string[]>()
  const [, room = ''] = usePlace().split('/')
  const rooms = ROOMS.filter(({ scope }) => may(permissions, scope))
  return (
    <nav className="rooms" aria-label="Back office">
      <ul>
        <Door title="Overview" href="#/" isHere={room === ''} onChoose={onChoose} />
        {rooms.map(({ title, resource }) => (
          <Door
            key={resource}
            title={title}
            href={listOf(resource)}
            isHere={room === resource}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </nav>
  )
}

interface DoorProps {
  readonly title: string
  readonly href: string
  readonly isHere: boolean
  readonly onChoose: () => void
}

function Door({ title, href, isHere, onChoose }: DoorProps) {
  return (
    <li>
      <a href={href} aria-current={isHere ? 'page' : undefined} onClick={onChoose}>
        {title}
      </a>
    </li>
  )
}
