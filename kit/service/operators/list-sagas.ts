import type { OperatorsCalls } from '../../contract/operators.ts'
import type { Query } from '../definition.ts'
import type { Desk } from './desk.ts'
import type { OperatorsStore } from './operators-store.ts'
import { sagaView } from './saga-view.ts'

export const listSagas =
  (desk: Desk): Query<OperatorsCalls['listSagas'], OperatorsStore> =>
  async ({ state, cursor, limit }, { store }) => {
    const [startedAt, id] = cursor?.split('~') ?? []
    const before = startedAt && id ? { startedAt, id } : undefined
    const found = await store.listSagas({ state, before, limit: limit + 1 })
    const items = found.slice(0, limit).map((row) => sagaView(desk, row))
    const last = items.at(-1)
    return { items, nextCursor: last && found.length > limit ? `${last.startedAt}~${last.id}` : null }
  }
