import { type Call, type Reply, refuse } from '@souk/kit/contract'
import type { CallContext, Dispatch } from '@souk/kit/service'
import { fallbackOf } from '../fall-back.ts'
import type { FlagStates } from './flag-states.ts'
import { isOnFor, subjectOf } from './rollout.ts'

/** Keeps calls back whose feature is off for whoever asks: refused as the contract says, or answered with its fallback. */
export function behindFlags(dispatch: Dispatch, states: FlagStates): Dispatch {
  return (contract, input, context) => {
    const { flag } = contract
    if (!flag || (flag.of && flag.of !== context.caller.kind)) return dispatch(contract, input, context)
    const decide = (isOn: boolean) => (isOn ? dispatch(contract, input, context) : withheld(contract))
    const state = states(flag.name)
    if (state instanceof Promise) return state.then((one) => decide(isOn(one, input, context)))
    return decide(isOn(state, input, context))
  }
}

/** What nobody tells of is on: it was declared by a version of the shop that is gone. */
const isOn = (state: Awaited<ReturnType<FlagStates>>, input: Record<string, unknown>, context: CallContext) =>
  !state || isOnFor(state, subjectOf(context, input))

const withheld = (contract: Call): Reply => {
  const code = contract.flag?.refusal
  return code === undefined ? fallbackOf(contract) : { ok: false, refusal: refuse(code) }
}
