import { type Refusal, refuse } from '@souk/kit/contract'
import { writeRefusal } from '@souk/kit/http'
import type { Clock } from '@souk/kit/runtime'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Bucket, type BucketRule, type Taken, take } from './token-bucket.ts'

const RULE: BucketRule = { perSecond: 100, burst: 400 }
const POLICY = `"default";q=${RULE.burst};w=${RULE.burst / RULE.perSecond}`
const REMEMBERED_ADDRESSES = 50_000
const OVER = refuse('rate_limited', {
  detail: `Up to ${RULE.perSecond} requests a second, with bursts of ${RULE.burst}, from one address.`,
})

/** Counts what one request asks beyond its first, once that is known; or says that it is too much. */
export type Charge = (request: FastifyRequest, count: number) => Refusal | undefined

/** A bucket per client address; the socket's address, whatever a header claims. */
export function limitRate(app: FastifyInstance, clock: Clock): Charge {
  const buckets = new Map<string, Bucket>()
  const takeFor = ({ ip }: FastifyRequest): Taken => {
    if (buckets.size > REMEMBERED_ADDRESSES) buckets.clear()
    const taken = take(buckets.get(ip), RULE, clock.now())
    buckets.set(ip, taken.bucket)
    return taken
  }
  app.addHook('onRequest', (request, response, done) => {
    const taken = takeFor(request)
    const left = `"default";r=${taken.remaining};t=${taken.resetAfter}`
    request.baseHeaders.push('ratelimit-policy', POLICY, 'ratelimit', left)
    if (taken.isAllowed) return done()
    response.header('retry-after', taken.retryAfter)
    writeRefusal(OVER, request.trace.traceId, { response })
  })
  return (request, count) => {
    for (let at = 0; at < count; at++) if (!takeFor(request).isAllowed) return OVER
    return undefined
  }
}
