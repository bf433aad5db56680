import { type FormEvent, useState } from 'react'
import { readSearch } from './read-search.ts'

/** One field for whatever somebody has in hand. */
export function Search({ said }: { said: string }) {
  const [text, setText] = useState(said)
  function submit(event: FormEvent) {
    event.preventDefault()
    const href = readSearch(text)
    if (href) location.hash = href
  }
  return (
    <search>
      <form className="search" onSubmit={submit}>
        <label htmlFor="wanted">Trace id, order number or order id</label>
        <input
          id="wanted"
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="button">
          Find
        </button>
      </form>
    </search>
  )
}
