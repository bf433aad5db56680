/** Why something staff want cannot be; `code` is the refusal of the contract. */
export interface Misfit {
  ok: false
  code: 'options_mismatch' | 'duplicate_variant' | 'invalid_prices' | 'too_many_variants' | 'invalid_schedule'
  message: string
}

export const misfit = (code: Misfit['code'], message: string): Misfit => ({ ok: false, code, message })
