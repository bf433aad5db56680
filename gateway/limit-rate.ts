import { refuse } from '@souk/kit/contract'
import { writeRefusal } from '@souk/kit/http'
import type { Clock } from '@souk/kit/runtime'
import type { FastifyInstance } from 'fastify'
import { type Bucket, type BucketRule, take } from './token-bucket.ts'

const RULE: BucketRule = { perSecond: 100, burst: 400 }
const POLICY = `"default";q=${RULE.burst};w=${RULE.burst / RULE.perSecond}`
const REMEMBERED_ADDRESSES = 50_000

/** A bucket per client address; the socket's address, whatever a header claims. */
export function limitRate(app: FastifyInstance, clock: Clock): void {
  const buckets = new Map<string, Bucket>()
  app.addHook('onRequest', (request, response, done) => {
    if (buckets.size > REMEMBERED_ADDRESSES) buckets.clear()
    const taken = take(buckets.get(request.ip), RULE, clock.now())
    buckets.set(request.ip, taken.bucket)
    const left = `"default";r=${taken.remaining};t=${taken.resetAfter}`
    request.baseHeaders.push('ratelimit-policy', POLICY, 'ratelimit', left)
    if (taken.isAllowed) return done()
    response.header('retry-after', taken.retryAfter)
    const detail = `Up to ${RULE.perSecond} requests a second, with bursts of ${RULE.burst}, from one address.`
    writeRefusal(refuse('rate_limited', { detail }), request.trace.traceId, { response })
  })
}
