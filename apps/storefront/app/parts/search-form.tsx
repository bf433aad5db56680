import { useEffect, useState } from 'react'
import { Form, useSearchParams } from 'react-router'

const AFTER_MS = 120

/** What somebody who has typed so much may mean is offered below the field, by the browser's own list. */
export function SearchForm() {
  const [asked] = useSearchParams()
  const [typed, type] = useState('')
  const suggestions = useSuggestions(typed)
  return (
    <Form
      action="/search"
      role="search"
      className="order-last flex w-full grow gap-2 sm:order-none sm:w-auto"
    >
      <label htmlFor="q" className="sr-only">
        Search the shop
      </label>
      <input
        id="q"
        name="q"
        type="search"
        list="suggestions"
        maxLength={200}
        autoComplete="off"
        defaultValue={asked.get('q') ?? ''}
        key={asked.get('q')}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        placeholder="Search the shop"
        className="field"
      />
      <datalist id="suggestions">
        {suggestions.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      <button type="submit" className="button-quiet shrink-0">
        Search
      </button>
    </Form>
  )
}

function useSuggestions(typed: string): readonly string[] {
  const [suggestions, suggest] = useState<readonly string[]>([])
  useEffect(() => {
    if (typed.trim().length < 2) return suggest([])
    const left = new AbortController()
    const waiting = setTimeout(
      () => void suggestionsFor(typed, left.signal).then(suggest, () => {}),
      AFTER_MS,
    )
    return () => {
      clearTimeout(waiting)
      left.abort()
    }
  }, [typed])
  return suggestions
}

async function suggestionsFor(typed: string, signal: AbortSignal): Promise<readonly string[]> {
  const response = await fetch(`/store/v1/search/suggestions?${new URLSearchParams({ q: typed })}`, {
    signal,
  })
  if (!response.ok) return []
  const { items } = (await response.json()) as { items: readonly { readonly text: string }[] }
  return [...new Set(items.map(({ text }) => text))]
}
