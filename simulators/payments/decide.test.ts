import { expect, test } from 'vitest'
import { decide, type Outcome, type Wish } from './decide.ts'

const delays = { slow: 3000, webhookOnly: 500, transfer: 2000 }

const byToken: [string, boolean, Outcome][] = [
  ['tok_visa', true, { status: 'captured', answer: 'now' }],
  ['tok_visa', false, { status: 'authorized', answer: 'now' }],
  ['tok_authorize', true, { status: 'authorized', answer: 'now' }],
  ['tok_authorize', false, { status: 'authorized', answer: 'now' }],
  ['tok_declined', true, { status: 'declined', declineReason: 'card_declined', answer: 'now' }],
  ['tok_3ds', true, { status: 'requires_action', answer: 'now' }],
  ['tok_slow', true, { status: 'processing', settlesAfter: 3000, answer: 'late' }],
  ['tok_timeout_after_charge', true, { status: 'captured', answer: 'never' }],
  ['tok_webhook_only', true, { status: 'processing', settlesAfter: 500, answer: 'now' }],
  ['tok_made_up', true, { status: 'declined', declineReason: 'invalid_token', answer: 'now' }],
]

test.each(byToken)(
  '%s with capture %s is decided by the token, whatever the method',
  (token, capture, outcome) => {
    const methods: Wish['method'][] = ['card', 'card_challenge', 'wallet', 'bank_transfer']
    for (const method of methods) expect(decide({ method, token, capture }, delays)).toEqual(outcome)
  },
)

const byMethod: [Wish['method'], Outcome][] = [
  ['card', { status: 'requires_action', answer: 'now' }],
  ['card_challenge', { status: 'requires_action', answer: 'now' }],
  ['wallet', { status: 'requires_action', answer: 'now' }],
  ['bank_transfer', { status: 'processing', settlesAfter: 2000, answer: 'now' }],
]

test.each(byMethod)('%s without a token is decided by the method', (method, outcome) => {
  expect(decide({ method, capture: true }, delays)).toEqual(outcome)
})
