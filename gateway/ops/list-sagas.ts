import type { listSagas as contract } from '@souk/contracts/ops'
import { operatorsCalls } from '@souk/kit/contract'
import { askEach } from './ask-each.ts'
import { newest } from './newest.ts'
import type { OpsVerb } from './room.ts'

export const listSagas: OpsVerb<typeof contract> = async (input, room) => {
  const of = (service: string) => operatorsCalls(service).listSagas
  const { answers, unavailable } = await askEach(room, { of, input })
  const page = newest(answers, {
    placeOf: ({ startedAt, id }) => [startedAt, id],
    cursorOf: ({ startedAt, id }) => `${startedAt}~${id}`,
    limit: input.limit,
  })
  return { ...page, unavailable }
}
