import { describe, expect, it } from 'vitest'
import { consentChanges, effective, noConsent } from './consent.ts'

const all = { email: true, sms: true, push: true }

describe('consent', () => {
  it('is noted by the channels that changed, and which way', () => {
    expect(consentChanges(noConsent, { ...noConsent, sms: true })).toEqual([
      { channel: 'sms', isGranted: true },
    ])
    expect(consentChanges(all, { ...all, email: false })).toEqual([{ channel: 'email', isGranted: false }])
    expect(consentChanges(all, all)).toEqual([])
  })

  it('to mails counts once the address is proven, to other channels at once', () => {
    expect(effective(all, false)).toEqual({ email: false, sms: true, push: true })
    expect(effective(all, true)).toEqual(all)
    expect(effective(noConsent, true)).toEqual(noConsent)
  })
})
