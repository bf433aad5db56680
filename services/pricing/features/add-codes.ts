import type { addCodes as contract } from '@souk/contracts/promotions'
import { type Input, isRefusal, refuse } from '@souk/kit/contract'
import type { Random } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { codeFrom } from '../domain/promotions/codes.ts'
import type { PricingStore } from '../store/pricing-store.ts'

export const addCodes: Feature<typeof contract, PricingStore> = async (given, { store, random }) => {
  const { id, uses } = given
  if (!(await store.lockPromotion(id))) return refuse('not_found')
  const codes = codesFrom(given, random)
  if (isRefusal(codes)) return codes
  const taken = await store.codesTaken(codes)
  if (taken.length > 0) return refuse('code_taken', { detail: `Taken: ${taken.slice(0, 10).join(', ')}.` })
  if (!(await store.saveCodes(id, codes, uses))) return refuse('code_taken')
  return { codes: codes.map((code) => ({ code, promotionId: id, used: 0, uses })) }
}

function codesFrom({ codes, generate }: Input<typeof contract>, random: Random) {
  if ((codes === undefined) === (generate === undefined))
    return refuse('invalid_request', { detail: 'Name codes, or say how many to generate: one of them.' })
  const wanted = codes ?? generated(generate as NonNullable<typeof generate>, random)
  const well = wanted.flatMap((one) => codeFrom(one) ?? [])
  if (well.length < wanted.length)
    return refuse('code_malformed', { detail: `Not a code: ${wanted.find((one) => !codeFrom(one))}.` })
  return [...new Set(well)]
}

/** Without letters and digits that are taken for one another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** Of 32 letters each: 60 bits, far beyond guessing. */
const LENGTH = 12

const generated = ({ count, prefix }: { count: number; prefix: string }, random: Random): string[] =>
  Array.from(
    { length: count },
    () => prefix + [...random.bytes(LENGTH)].map((byte) => LETTERS[byte % 32]).join(''),
  )
