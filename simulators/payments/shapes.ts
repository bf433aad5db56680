import { kinds, operations } from './faults.ts'

const name = { type: 'string', minLength: 1, maxLength: 200 }
const amount = { type: 'integer', minimum: 1, maximum: 1_000_000_000_000 }

/** JSON Schemas of what the API takes. Amounts are integers in minor units. */
export const createShape = {
  type: 'object',
  additionalProperties: false,
  required: ['amount', 'currency', 'reference', 'orderId', 'method', 'capture'],
  properties: {
    amount,
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    reference: name,
    orderId: name,
    method: { enum: ['card', 'card_challenge', 'wallet', 'bank_transfer'] },
    token: name,
    capture: { type: 'boolean' },
    returnUrl: { type: 'string', pattern: '^https?://[^\\s]+$', maxLength: 2000 },
  },
}

export const captureShape = {
  type: 'object',
  additionalProperties: false,
  required: ['amount'],
  properties: { amount },
}

export const voidShape = { type: 'object', additionalProperties: false, properties: {} }

export const refundShape = {
  type: 'object',
  additionalProperties: false,
  required: ['amount', 'reference'],
  properties: { amount, reference: name },
}

export const ledgerQuery = {
  type: 'object',
  properties: {
    limit: { type: 'string', pattern: '^([1-9][0-9]?|100)$' },
    cursor: { type: 'string', pattern: '^[0-9]{1,15}$' },
  },
}

export const lookupQuery = {
  type: 'object',
  properties: { idempotencyKey: name, reference: name },
}

const milliseconds = { type: 'integer', minimum: 0, maximum: 60_000 }
const rate = { type: 'number', minimum: 0, maximum: 1 }

export const planShape = {
  type: 'object',
  additionalProperties: false,
  properties: {
    seed: { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1 },
    rates: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(kinds.map((kind) => [kind, rate])),
    },
    slowMs: milliseconds,
    holdMs: milliseconds,
  },
}

export const scriptShape = {
  type: 'object',
  additionalProperties: false,
  required: ['steps'],
  properties: {
    steps: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['operation', 'fault'],
        properties: { operation: { enum: operations }, fault: { enum: [...kinds, 'none'] } },
      },
    },
  },
}
