import { type CallSpec, refuse } from '@souk/kit/contract'
import { writeRefusal } from '@souk/kit/http'
import { type Clock, minutes } from '@souk/kit/runtime'
import type { FastifyInstance } from 'fastify'
import { type Bucket, type BucketRule, take } from './token-bucket.ts'

const REMEMBERED_ADDRESSES = 50_000

/** On routes whose contract says what a wrong guess is: a bucket of guesses per client address, of which wrong ones take. */
export function limitGuesses(app: FastifyInstance, clock: Clock): void {
  app.addHook('onRoute', (route) => {
    const guesses = route.config?.contract?.guesses
    if (!guesses || route.method === 'HEAD') return
    const rule = ruleOf(guesses)
    const buckets = new Map<string, Bucket>()
    route.onRequest = (request, response, done) => {
      const { isAllowed, retryAfter } = take(buckets.get(request.ip), rule, clock.now())
      if (isAllowed) return done()
      const detail = `That was wrong ${guesses.atMost} times; wait before another try.`
      response.header('retry-after', retryAfter)
      writeRefusal(refuse('rate_limited', { detail }), request.trace.traceId, { response })
    }
    route.onSend = (request, response, _body, done) => {
      if (response.statusCode === guesses.status) {
        if (buckets.size > REMEMBERED_ADDRESSES) buckets.clear()
        buckets.set(request.ip, take(buckets.get(request.ip), rule, clock.now()).bucket)
      }
      done()
    }
  })
}

const ruleOf = ({ atMost, withinMinutes }: NonNullable<CallSpec['guesses']>): BucketRule => ({
  perSecond: (atMost / minutes(withinMinutes)) * 1_000,
  burst: atMost,
})
