import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import type { Order, Return } from './order.ts'

type Line = Return['lines'][number]

const DISPOSITIONS = {
  restock: 'Back on the shelf',
  damaged: 'Damaged',
  discard: 'Thrown away',
  quarantine: 'Put aside',
} as const

interface ReceiveButtonProps {
  readonly order: Order
  readonly path: string
  readonly label: string
  readonly lines: readonly Line[]
}

/** Goods are here: what becomes of each. */
export function ReceiveButton({ order, path, label, lines }: ReceiveButtonProps) {
  const [fates, setFates] = useState<Readonly<Record<string, string>>>({})
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]))
  const body = {
    lines: lines.map(({ lineId, quantity }) => ({
      lineId,
      quantity,
      disposition: fates[lineId] ?? 'restock',
    })),
  }
  return (
    <ConfirmButton
      label={label}
      title="What becomes of the goods?"
      explain="What goes back on the shelf can be sold at once. This cannot be undone."
      done="The return is up to date."
      work={() => ask(path, { method: 'POST', body, isOnce: true })}
    >
      <div className="fields">
        {lines.map(({ lineId, quantity }) => (
          <div className="field" key={lineId}>
            <label htmlFor={`fate-${lineId}`}>
              {quantity} × {titles.get(lineId)}
            </label>
            <select
              id={`fate-${lineId}`}
              value={fates[lineId] ?? 'restock'}
              onChange={(event) => setFates({ ...fates, [lineId]: event.target.value })}
            >
              {Object.entries(DISPOSITIONS).map(([fate, words]) => (
                <option key={fate} value={fate}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </ConfirmButton>
  )
}
