import type { listDeadLetters as contract } from '@souk/contracts/ops'
import { isRefusal, operatorsCalls } from '@souk/kit/contract'
import { askEach } from './ask-each.ts'
import { consumers } from './consumers.ts'
import { newest } from './newest.ts'
import type { OpsVerb } from './room.ts'

export const listDeadLetters: OpsVerb<typeof contract> = async ({ consumer, ...input }, room) => {
  const names = consumers(consumer, room)
  if (isRefusal(names)) return names
  const of = (service: string) => operatorsCalls(service).listDeadLetters
  const { answers, unavailable } = await askEach(room, { of, input, names })
  const page = newest(answers, {
    placeOf: ({ eventId, consumer }) => [eventId, consumer],
    cursorOf: ({ id }) => id,
    limit: input.limit,
  })
  return { ...page, unavailable }
}
