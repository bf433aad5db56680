import { toMillionths } from '../percent.ts'
import { divide } from '../round.ts'

const ONE = 1_000_000n

/** So much of an amount, rounded half to even. */
export const percentOf = (amount: bigint, percent: string): bigint =>
  divide(amount * BigInt(toMillionths(percent)), ONE)
