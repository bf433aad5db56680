import { money } from '@souk/contracts/money'
import { minutes } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../domain/report.ts'
import type { Answer, Attempt, Finding, Provider, RawEvent } from './provider.ts'

/** A provider with its test means, so that every adapter is held to the same. */
export interface World {
  readonly provider: Provider
  readonly methodId: string
  /** Tokens by what comes of them; `hangs` charges and never answers. */
  readonly tokens: Readonly<Record<'pays' | 'holds' | 'declines' | 'challenges' | 'hangs' | 'later', string>>
  /** What a shopper does where a challenge sends them. */
  approve(redirectUrl: string): Promise<void>
  /** While `work` runs, with an adapter of its own, every request is answered with this status and nothing is done. */
  failing<T>(status: 429 | 500, work: (provider: Provider) => Promise<T>): Promise<T>
  /** While `work` runs answers tell of another amount than there is. */
  lying<T>(work: () => Promise<T>): Promise<T>
  /** The next notification about a payment, as it came in. */
  nextEvent(reference: string): Promise<Omit<RawEvent, 'now'>>
  /** The same adapter with somebody else’s secret. */
  readonly stranger: Provider
  now(): number
  close(): Promise<void>
}

const reportOf = (answer: Answer | Finding): Report => {
  if (answer.is !== 'known') throw new Error(`expected to be told, but: ${JSON.stringify(answer)}`)
  return answer.report
}

/** What a payment provider’s adapter must keep, whoever the provider is. */
export function providerSuite(name: string, open: () => Promise<World>): void {
  describe(`the payment provider ${name}`, () => {
    let world: World
    let provider: Provider
    let count = 0
    beforeAll(async () => {
      world = await open()
      provider = world.provider
    })
    afterAll(() => world.close())

    const attempt = (token: keyof World['tokens'], more: Partial<Attempt> = {}): Attempt => {
      const orderId = `ord_${name}_${++count}`
      const token_ = world.tokens[token]
      const amount = money(1_999, 'EUR')
      return {
        key: `${orderId}-1`,
        reference: `pay_${count}`,
        orderId,
        amount,
        methodId: world.methodId,
        token: token_,
        ...more,
      }
    }
    const authorize = async (token: keyof World['tokens'], more: Partial<Attempt> = {}) => {
      const wish = attempt(token, more)
      return { wish, report: reportOf(await provider.authorize(wish)) }
    }
    const eventually = async (key: string, isDone: (report: Report) => boolean): Promise<Report> => {
      const until = performance.now() + 10_000
      for (;;) {
        const found = await provider.find(key)
        if (found.is === 'known' && isDone(found.report)) return found.report
        if (performance.now() > until) throw new Error(`still ${JSON.stringify(found)}`)
      }
    }

    it('offers its method', () => {
      expect(provider.methods(money(1, 'EUR')).map(({ id }) => id)).toContain(world.methodId)
    })

    it('takes the money, names our payment and repeats our amount', async () => {
      const { wish, report } = await authorize('pays')
      expect(report).toMatchObject({
        state: 'succeeded',
        captured: 1_999,
        reference: wish.reference,
        orderId: wish.orderId,
        amount: wish.amount,
      })
      expect(report.cause).toMatchObject({ kind: 'capture', key: wish.key })
    })

    it('keeps minor units of currencies without and with three decimals', async () => {
      for (const amount of [money(1, 'JPY'), money(1_234_567, 'KWD')])
        expect((await authorize('pays', { amount })).report).toMatchObject({
          amount,
          captured: amount.amount,
        })
    })

    it('takes it once, however often one key is asked for', async () => {
      const wish = attempt('pays')
      const reports = (await Promise.all([1, 2, 3].map(() => provider.authorize(wish)))).map(reportOf)
      expect(new Set(reports.map(({ providerId }) => providerId)).size).toBe(1)
    })

    it('does not mistake a key used with another amount for a refusal', async () => {
      const { wish } = await authorize('pays')
      expect(await provider.authorize({ ...wish, amount: money(5, 'EUR') })).toMatchObject({ is: 'unknown' })
      expect(reportOf(await provider.find(wish.key)).amount).toEqual(wish.amount)
    })

    it('tells why it declined, also when looked up', async () => {
      const { wish, report } = await authorize('declines')
      expect(report).toMatchObject({ state: 'failed', captured: 0 })
      expect(report.failure).toBeTruthy()
      expect(reportOf(await provider.find(wish.key))).toMatchObject({
        state: 'failed',
        failure: report.failure,
      })
    })

    it('has not heard of a key nobody used', async () => {
      expect(await provider.find('never-used-1')).toEqual({ is: 'absent' })
    })

    it('says "unknown" of a charge that is never answered, and finds it by the key', async () => {
      const wish = attempt('hangs')
      expect(await provider.authorize(wish)).toMatchObject({ is: 'unknown' })
      expect(reportOf(await provider.find(wish.key))).toMatchObject({ state: 'succeeded', captured: 1_999 })
    })

    it.each([429, 500] as const)(
      'says "unknown" when it is answered %i, and never "absent" or "refused"',
      async (status) => {
        const wish = attempt('pays')
        const { report } = await authorize('pays')
        const { providerId } = report
        const move = { key: `${wish.key}-move`, providerId, amount: 1, reference: 'r' }
        const answers = await world.failing(status, async (failed) => [
          await failed.authorize(wish),
          await failed.find(wish.key),
          await failed.refund(move),
          await failed.void({ key: `${wish.key}-void`, providerId }),
        ])
        expect(answers.map(({ is }) => is)).toEqual(Array(4).fill('unknown'))
        expect(await provider.find(wish.key)).toEqual({ is: 'absent' })
      },
    )

    it('tells apart what it was told from what it found in the book, which is the truth', async () => {
      const wish = attempt('pays')
      const told = reportOf(await world.lying(() => provider.authorize(wish)))
      expect(told).toMatchObject({ source: 'told' })
      expect(told.amount).not.toEqual(wish.amount)
      expect(reportOf(await provider.find(wish.key))).toMatchObject({ source: 'found', amount: wish.amount })
    })

    it('sends the shopper away and learns what they did', async () => {
      const { wish, report } = await authorize('challenges')
      expect(report).toMatchObject({ state: 'requires_action', captured: 0 })
      await world.approve(report.redirectUrl ?? '')
      expect(reportOf(await provider.find(wish.key))).toMatchObject({ state: 'succeeded', captured: 1_999 })
    })

    it('comes to an outcome later by itself', async () => {
      const { wish, report } = await authorize('later')
      expect(report.state).toBe('processing')
      await eventually(wish.key, ({ state }) => state === 'succeeded')
    })

    it('captures in parts up to what is held, and no more', async () => {
      const { report } = await authorize('holds')
      expect(report).toMatchObject({ state: 'succeeded', captured: 0 })
      const capture = (key: string, amount: number) =>
        provider.capture({
          key: `${report.providerId}-${key}`,
          providerId: report.providerId,
          amount,
          reference: key,
        })
      expect(reportOf(await capture('a', 500))).toMatchObject({ captured: 500, cause: { kind: 'capture' } })
      expect(reportOf(await capture('a', 500))).toMatchObject({ captured: 500 })
      expect(reportOf(await capture('b', 1_000))).toMatchObject({ captured: 1_500 })
      expect(await capture('c', 500)).toEqual({ is: 'refused', code: 'capture_exceeds_authorized' })
    })

    it('refunds in parts up to what was taken, and no more', async () => {
      const { report } = await authorize('pays')
      const refund = (key: string, amount: number) =>
        provider.refund({
          key: `${report.providerId}-${key}`,
          providerId: report.providerId,
          amount,
          reference: key,
        })
      expect(reportOf(await refund('a', 1_000))).toMatchObject({ refunded: 1_000, cause: { kind: 'refund' } })
      expect(reportOf(await refund('a', 1_000))).toMatchObject({ refunded: 1_000 })
      expect(await refund('b', 1_000)).toEqual({ is: 'refused', code: 'refund_exceeds_captured' })
      expect(reportOf(await refund('c', 999))).toMatchObject({ refunded: 1_999 })
    })

    it('lets go of what is held, once, and of nothing it has taken', async () => {
      const { wish, report } = await authorize('holds')
      const { providerId } = report
      const letGo = () => provider.void({ key: `${wish.key}-void`, providerId })
      expect(reportOf(await letGo())).toMatchObject({ state: 'succeeded', voided: 1_999 })
      expect(reportOf(await letGo())).toMatchObject({ voided: 1_999 })
      const paid = await authorize('pays')
      expect(await provider.void({ key: 'v', providerId: paid.report.providerId })).toMatchObject({
        is: 'refused',
      })
    })

    it('calls off what is pending', async () => {
      const { wish, report } = await authorize('challenges')
      const voided = await provider.void({ key: `${wish.key}-void`, providerId: report.providerId })
      expect(reportOf(voided)).toMatchObject({ state: 'failed', failure: 'called_off', voided: 0 })
    })

    describe('its notifications', () => {
      it('tell the same as its answers, under the key of the request', async () => {
        const { wish, report } = await authorize('pays')
        const event = provider.readEvent({ ...(await world.nextEvent(wish.reference)), now: world.now() })
        expect(event).toMatchObject({ is: 'genuine', report: { ...report, cause: { key: wish.key } } })
      })

      it('are refused when forged, altered, unsigned, old or from the future', async () => {
        const { wish } = await authorize('pays')
        const raw = { ...(await world.nextEvent(wish.reference)), now: world.now() }
        const altered = Buffer.from(raw.body.toString().replace('1999', '1998'))
        const judged = [
          world.stranger.readEvent(raw),
          provider.readEvent({ ...raw, body: altered }),
          provider.readEvent({ ...raw, headers: {} }),
          provider.readEvent({ ...raw, now: raw.now + minutes(6) }),
          provider.readEvent({ ...raw, now: raw.now - minutes(6) }),
        ]
        expect(judged.map(({ is }) => is)).toEqual(Array(5).fill('forged'))
        expect(provider.readEvent({ ...raw, now: raw.now + minutes(4) }).is).toBe('genuine')
      })
    })
  })
}
