import { describe, expect, it } from 'vitest'
import { defaultPreferences, mergePreferences } from './profile.ts'

const before = { locale: 'de-DE', currency: 'EUR', marketing: { email: true, sms: false, push: true } }

describe('preferences', () => {
  it('presume no consent', () => {
    expect(defaultPreferences('EUR').marketing).toEqual({ email: false, sms: false, push: false })
  })

  it.each([
    [undefined, before],
    [{}, before],
    [{ currency: 'USD' }, { ...before, currency: 'USD' }],
    [{ marketing: { email: false } }, { ...before, marketing: { email: false, sms: false, push: true } }],
  ])('changed by %j keep the rest', (patch, after) => {
    expect(mergePreferences(before, patch)).toEqual(after)
  })
})
