import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { listOf } from '../parts/paths.ts'
import { ROOMS } from './rooms.ts'

const SECOND_KEY_MS = 1_500

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null

/** Keys that lead somewhere: `g` and a letter, `/` to search, `?` for this list. Never while somebody types. */
export function Shortcuts() {
  const [isShown, setShown] = useState(false)
  const wentAt = useRef(0)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') return setShown(true)
      if (event.key === '/') {
        event.preventDefault()
        return document.getElementById('search')?.focus()
      }
      if (event.key === 'g') {
        wentAt.current = event.timeStamp
        return
      }
      if (event.timeStamp - wentAt.current > SECOND_KEY_MS) return
      wentAt.current = 0
      const room = ROOMS.find(({ key }) => key === event.key)
      if (room) location.hash = listOf(room.resource)
      if (event.key === 'h') location.hash = '#/'
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return isShown ? <ShortcutList onClose={() => setShown(false)} /> : null
}

function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="keys">
        <Key keys="/" meaning="Search" />
        <Key keys="?" meaning="This list" />
        <Key keys="g h" meaning="Overview" />
        {ROOMS.map(({ title, key }) => (
          <Key key={key} keys={`g ${key}`} meaning={title} />
        ))}
      </dl>
    </Dialog>
  )
}

function Key({ keys, meaning }: { readonly keys: string; readonly meaning: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{meaning}</dd>
    </div>
  )
}
