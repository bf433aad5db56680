import type { replayDeadLetters as contract } from '@souk/contracts/ops'
import { isRefusal, operatorsCalls } from '@souk/kit/contract'
import { askEach } from './ask-each.ts'
import { consumers } from './consumers.ts'
import type { OpsVerb } from './room.ts'

const AT_ONCE_OF_EACH = 500

export const replayDeadLetters: OpsVerb<typeof contract> = async ({ consumer, type }, room) => {
  const names = consumers(consumer, room)
  if (isRefusal(names)) return names
  const of = (service: string) => operatorsCalls(service).replayDeadLetters
  const input = { type, limit: AT_ONCE_OF_EACH }
  const { answers, unavailable } = await askEach(room, { of, input, names })
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  return {
    replayed: sum(answers.map(({ replayed }) => replayed)),
    left: sum(answers.map(({ left }) => left)),
    unavailable,
  }
}
