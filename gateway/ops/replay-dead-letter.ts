import type { replayDeadLetter as contract } from '@souk/contracts/ops'
import { operatorsCalls, refuse } from '@souk/kit/contract'
import type { OpsVerb } from './room.ts'

export const replayDeadLetter: OpsVerb<typeof contract> = async ({ id }, { ask, names }) => {
  const consumer = names.find((name) => id.startsWith(`${name}.`))
  if (consumer === undefined) return refuse('not_found')
  const replayed = await ask(operatorsCalls(consumer).replayDeadLetter, { id })
  return replayed.ok ? replayed.body : replayed.refusal
}
