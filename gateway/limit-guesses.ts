import { type Call, type CallSpec, type Reply, refuse } from '@souk/kit/contract'
import { toProblem } from '@souk/kit/http'
import { type Clock, minutes } from '@souk/kit/runtime'
import { actorOf, type CallContext, type Dispatch } from '@souk/kit/service'
import { type Bucket, type BucketRule, type Taken, take } from './token-bucket.ts'

const REMEMBERED_GUESSERS = 50_000

/**
 * Around every call, whichever way it came: where a contract says what a wrong guess is, a bucket of guesses for each
 * client, of which wrong ones take.
 */
export function limitGuesses(dispatch: Dispatch, clock: Clock): Dispatch {
  const buckets = new Map<string, Bucket>()
  return (contract, input, context) => {
    const { guesses } = contract
    if (!guesses) return dispatch(contract, input, context)
    const rule = ruleOf(guesses)
    const who = `${contract.service}.${contract.name} ${addressOf(context)}`
    const takeOne = (): Taken => take(buckets.get(who), rule, clock.now())
    const { isAllowed, retryAfter } = takeOne()
    if (!isAllowed) {
      const detail = `That was wrong ${guesses.atMost} times; wait before another try.`
      return { ok: false, refusal: refuse('rate_limited', { detail, retryAfter }) }
    }
    const counted = (reply: Reply): Reply => {
      if (statusOf(reply, contract) !== guesses.status) return reply
      if (buckets.size > REMEMBERED_GUESSERS) buckets.clear()
      buckets.set(who, takeOne().bucket)
      return reply
    }
    const reply = dispatch(contract, input, context)
    return reply instanceof Promise ? reply.then(counted) : counted(reply)
  }
}

const ruleOf = ({ atMost, withinMinutes }: NonNullable<CallSpec['guesses']>): BucketRule => ({
  perSecond: (atMost / minutes(withinMinutes)) * 1_000,
  burst: atMost,
})

/** Another account is no further try; staff have one and no address. */
const addressOf = ({ caller }: CallContext): string =>
  'address' in caller ? caller.address : actorOf(caller)

const statusOf = (reply: Reply, contract: Call): number =>
  reply.ok ? 200 : toProblem(reply.refusal, '', contract).status
