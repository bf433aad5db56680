import type { showSaga as contract } from '@souk/contracts/ops'
import { operatorsCalls } from '@souk/kit/contract'
import type { OpsVerb } from './room.ts'
import { whoeverHasIt } from './whoever-has-it.ts'

export const showSaga: OpsVerb<typeof contract> = (input, room) =>
  whoeverHasIt(room, (service) => operatorsCalls(service).showSaga, input)
