import { describe, expect, it } from 'vitest'
import type { Instance } from '../discovery/registry.ts'
import { readInstance } from './read-instance.ts'
import { roster } from './roster.ts'

const instance = (id: string): Instance => ({ id, service: 'shelves', address: 'http://h:1', version: '1' })
const idsOf = (instances: readonly Instance[]) => instances.map(({ id }) => id)

/** The broker answers at once, twice a second. */
function answering(known: ReturnType<typeof roster>, { from = 0, to = 0 }) {
  for (let at = from; at <= to; at += 500) known.answered(at, at)
}

describe('who is there', () => {
  it('is whoever was heard of, until they leave', () => {
    const known = roster()
    known.heard(instance('b'), 0)
    known.heard(instance('a'), 0)
    known.left('shelves.b')
    expect(idsOf(known.all())).toEqual(['a'])
  })

  it('is given up after four seconds of silence, and not before', () => {
    const known = roster()
    known.heard(instance('a'), 0)
    answering(known, { to: 4_000 })
    expect(known.all()).toHaveLength(1)
    answering(known, { from: 4_500, to: 4_500 })
    expect(known.all()).toEqual([])
  })

  it('is kept while the broker says nothing, and for four seconds after it speaks again', () => {
    const known = roster()
    known.heard(instance('a'), 0)
    answering(known, { to: 1_000 })
    known.answered(1_500, 60_000)
    answering(known, { from: 60_500, to: 64_000 })
    expect(known.all()).toHaveLength(1)
    answering(known, { from: 64_500, to: 64_500 })
    expect(known.all()).toEqual([])
  })

  it('is told by entries that say what their key says, and by no others', () => {
    expect(readInstance('shelves.a', JSON.stringify(instance('a')))).toEqual(instance('a'))
    expect(readInstance('payments.a', JSON.stringify(instance('a')))).toBeUndefined()
    expect(readInstance('shelves.a', 'nonsense')).toBeUndefined()
    expect(readInstance('shelves.a', 'null')).toBeUndefined()
    expect(readInstance('shelves.a', JSON.stringify({ ...instance('a'), address: 1 }))).toBeUndefined()
  })
})
