import { useState } from 'react'
import type { Command } from './commands.ts'

/** A command to be typed elsewhere, and a way to take it there. */
export function CommandLine({ command: { says, line } }: { command: Command }) {
  const [said, say] = useState('')
  const text = line.replaceAll('$SHOP', location.origin)
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      say('Copied.')
    } catch {
      say('The browser does not allow it: mark the command and copy it by hand.')
    }
  }
  return (
    <li className="command">
      <p>{says}</p>
      <pre>{text}</pre>
      <button type="button" className="button quiet" aria-label={`Copy: ${says}`} onClick={() => void copy()}>
        Copy
      </button>
      <span className="aside" role="status">
        {said}
      </span>
    </li>
  )
}
