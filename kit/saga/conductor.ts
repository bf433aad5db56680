import type { SagaDefinition, SagaView } from './definition.ts'
import { claimDueSagas, claimSaga, findSaga, type SagaRow, type Wanted } from './journal.ts'
import { Walk, type WalkParts } from './walk.ts'

export interface ConductorParts<Store> extends WalkParts<Store> {
  readonly sagas: readonly SagaDefinition<Store, unknown>[]
  readonly owner: string
}

export interface Conductor {
  /** Hands over a saga just stored with its lease: conducting it saves claiming it. */
  started(row: SagaRow): void
  /** Moves a saga as far as it goes now; whoever asks while it moves hears how far it got. */
  conduct(name: string, key: string): Promise<SagaView<unknown>>
  /** Takes up what is due; returns how many sagas it moved. */
  conductDue(): Promise<number>
  /** Which sagas it would take up now. */
  wanted(): Wanted
}

/**
 * Conducts sagas from a durable journal. Whoever holds a saga's lease works on it; when that process
 * dies the lease runs out and another resumes at the last journaled step.
 */
export function conductor<Store>(parts: ConductorParts<Store>): Conductor {
  const fresh = new Map<string, SagaRow>()
  const underWay = new Map<string, Promise<SagaRow | undefined>>()
  /** Ids of all in the two above. */
  const conducting = new Set<string>()
  const byName = new Map(parts.sagas.map((saga) => [saga.name, saga]))
  const walk = (row: SagaRow): Promise<SagaRow | undefined> => {
    const saga = byName.get(row.name)
    if (!saga) throw new Error(`no saga is called ${row.name}`)
    conducting.add(row.id)
    const walking = new Walk(parts, saga, row).go().finally(() => {
      if (underWay.get(keyOf(row)) !== walking) return
      underWay.delete(keyOf(row))
      conducting.delete(row.id)
    })
    underWay.set(keyOf(row), walking)
    return walking
  }
  const wanted = (): Wanted => ({
    names: [...byName.keys()],
    owner: parts.owner,
    conducting: [...conducting],
  })
  const take = async (name: string, key: string): Promise<SagaRow | undefined> => {
    const mine = fresh.get(`${name} ${key}`)
    fresh.delete(`${name} ${key}`)
    const claimed = mine ?? (await claimSaga(parts.sql, { name, key }, wanted()))
    return claimed && (await walk(claimed))
  }
  return {
    started(row) {
      conducting.add(row.id)
      fresh.set(keyOf(row), row)
    },
    async conduct(name, key) {
      const moved = await (underWay.get(`${name} ${key}`) ?? take(name, key))
      const row = moved ?? (await findSaga(parts.sql, name, key))
      if (!row) throw new Error(`no ${name} saga for ${key}`)
      return viewOf(row)
    },
    async conductDue() {
      const rows = await claimDueSagas(parts.sql, wanted())
      await Promise.all(rows.map(walk))
      return rows.length
    },
    wanted,
  }
}

const keyOf = ({ name, key }: Pick<SagaRow, 'name' | 'key'>) => `${name} ${key}`

const viewOf = (row: SagaRow): SagaView<unknown> => ({
  id: row.id,
  state: row.state,
  memory: row.memory,
  refusal: row.refusal ?? undefined,
})
