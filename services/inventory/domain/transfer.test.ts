import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyLevel, type Item } from './stock.ts'
import { cancel, type Move, receive, ship, type Transfer, underWay } from './transfer.ts'

const draft = (...amounts: number[]): Transfer => ({
  ...{
    id: 'trf_1',
    origin: 'main',
    destination: 'annex',
    state: 'draft',
    note: '',
    version: 1,
    createdAt: '',
  },
  lines: amounts.map((quantity, at) => ({ sku: `S-${at}`, quantity, received: 0, missing: 0, recalled: 0 })),
})
const item = (sku: string, onHand: number, reserved = 0): Item => ({
  ...{ sku, policy: 'deny', backorderLimit: null, expectedAt: null, lowStockThreshold: 5 },
  ...{ availability: 'in_stock', version: 1, components: null, isComponent: false, rule: 'priority' },
  levels: [{ ...emptyLevel('main'), onHand, reserved }, emptyLevel('annex')],
})
const sum = (moves: readonly Move[], of: 'delta' | 'incoming', location: string) =>
  moves.reduce((sum, move) => (move.location === location ? sum + (move[of] ?? 0) : sum), 0)
const must = <Step extends { ok: boolean }>(step: Step) => {
  if (!step.ok) throw new Error('refused')
  return step as Extract<Step, { ok: true }>
}

describe('a transfer', () => {
  it('takes nothing that was promised, and names what falls short', () => {
    expect(ship(draft(3), [item('S-0', 5, 3)])).toMatchObject({
      refusal: { code: 'insufficient_stock', errors: [{ sku: 'S-0', available: 2 }] },
    })
    expect(ship(draft(2), [item('S-0', 5, 3)])).toMatchObject({ ok: true })
  })

  it('goes each way once: shipped, received, cancelled', () => {
    const { transfer: shipped } = must(ship(draft(2), [item('S-0', 5)]))
    expect(ship(shipped, [item('S-0', 5)])).toMatchObject({ refusal: { code: 'wrong_status' } })
    expect(receive(draft(2), { lines: [], isLast: true })).toMatchObject({
      refusal: { code: 'wrong_status' },
    })
    const { transfer: received } = must(receive(shipped, { lines: [], isLast: true }))
    expect(received).toMatchObject({ state: 'received', lines: [{ received: 0, missing: 2 }] })
    expect(cancel(received)).toMatchObject({ refusal: { code: 'wrong_status' } })
    expect(receive(shipped, { lines: [{ sku: 'S-0', quantity: 3 }], isLast: false })).toMatchObject({
      refusal: { code: 'exceeds_transfer' },
    })
  })

  it('conserves every unit: what left is there, on its way, noted as missing, or back', () => {
    const arrivals = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 4 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), arrivals, fc.boolean(), (quantity, arrivals, isGivenUp) => {
        const left = must(ship(draft(quantity), [item('S-0', 9)]))
        let { transfer } = left
        const moves = [...left.moves]
        for (const [count, isLast] of arrivals) {
          const step = receive(transfer, { lines: [{ sku: 'S-0', quantity: count }], isLast })
          if (!step.ok) continue
          transfer = step.transfer
          moves.push(...step.moves)
        }
        const back = isGivenUp ? cancel(transfer) : undefined
        if (back?.ok) {
          transfer = back.transfer
          moves.push(...back.moves)
        }
        const [line] = transfer.lines
        if (!line) throw new Error('no line')
        expect(sum(moves, 'incoming', 'annex')).toBe(underWay(line))
        expect(sum(moves, 'delta', 'annex')).toBe(line.received)
        expect(sum(moves, 'delta', 'main')).toBe(line.recalled - quantity)
        expect(underWay(line) > 0).toBe(transfer.state === 'shipped')
      }),
      { seed: 20_261_123 },
    )
  })
})
