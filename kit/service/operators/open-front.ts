import type { Dispatch } from '../dispatch.ts'
import { openDoor } from '../door.ts'
import { type RoomMakerParts, roomMaker } from '../room-maker.ts'
import { operatorsAnswers } from './answers.ts'
import type { Desk } from './desk.ts'
import { type OperatorsStore, operatorsStore } from './operators-store.ts'

/** A service's second door on the same database. It is opened when first knocked at: few ever do. */
export function operatorsFront(
  parts: Omit<RoomMakerParts<OperatorsStore>, 'definition'>,
  desk: Desk,
): { has(call: string): boolean; answer: Dispatch } {
  const answers = operatorsAnswers(desk)
  const names = new Set(answers.map(({ contract }) => contract.name))
  let door: Dispatch | undefined
  const open = () => {
    const definition = { name: desk.service, store: operatorsStore, answers }
    return openDoor({ ...parts, definition, rooms: roomMaker({ ...parts, definition }) })
  }
  return {
    has: (call) => names.has(call),
    answer(contract, input, context) {
      door ??= open()
      return door(contract, input, context)
    },
  }
}
