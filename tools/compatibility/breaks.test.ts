import { type CallSpec, call, event } from '@souk/kit/contract'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { breaks } from './breaks.ts'
import { record, written } from './recording.ts'

const Line = z.strictObject({ sku: z.string().max(20), count: z.int().min(1).max(9) })
const State = z.enum(['open', 'closed'])

const body = {
  lines: z.array(Line).max(10),
  state: State.optional(),
  note: z.string().max(50).nullable(),
  labels: z.record(z.string().max(5), z.string()),
}
const answer = {
  id: z.string(),
  state: State,
  total: z.int(),
  hint: z.string().optional(),
  lines: z.array(Line),
}
const fact = { shelf: z.string().max(20), state: State, count: z.int().max(9), by: z.string().default('x') }

const spec = {
  summary: '',
  access: 'customer',
  params: z.strictObject({ shelf: z.string() }),
  query: z.strictObject({ limit: z.int().max(9).default(5) }),
  body: z.strictObject(body),
  answers: { 200: z.strictObject(answer) },
  refusals: { shelf_full: { status: 409, title: '' } },
  idempotency: 'accepted',
} as const satisfies CallSpec

const toCall = (change: { [Part in keyof CallSpec]?: CallSpec[Part] | undefined } = {}) => ({
  calls: [call('toy.put', 'POST /toy/{shelf}', { ...spec, ...change } as CallSpec)],
  events: [],
})
const toBody = (fields: z.ZodRawShape) => toCall({ body: z.strictObject(fields) })
const toAnswer = (fields: z.ZodRawShape) => toCall({ answers: { 200: z.strictObject(fields) } })
const toEvent = (fields: z.ZodRawShape, subject = 'shelf') => ({
  calls: [],
  events: [event('toy.put.v1', '', z.strictObject(fields), subject)],
})
const without = <T extends object>(fields: T, gone: keyof T) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== gone)) as z.ZodRawShape

type Contracts = Parameters<typeof record>[0]
const broken = (before: Contracts, now: Contracts) => breaks(record(before), record(now))

const REFUSES = 'toy: POST /toy/{shelf} refuses what is sent to it already: its'
const OTHERWISE = 'toy: POST /toy/{shelf} answers 200 otherwise than those who ask it already understand:'
const HEARERS = 'toy: toy.put.v1 breaks those who hear it already:'
const ANNOUNCED = 'toy: toy.put.v1 breaks on those announced already:'

describe('a call breaks nobody when', () => {
  test.for<[string, Contracts]>([
    ['nothing changed', toCall()],
    ['more may be sent', toBody({ ...body, gift: z.boolean().optional() })],
    ['more may be sent and has a default', toBody({ ...body, gift: z.boolean().default(false) })],
    ['a field need not be sent', toBody({ ...body, lines: body.lines.optional() })],
    ['a list may be longer', toBody({ ...body, lines: z.array(Line).max(99) })],
    ['a choice is added', toBody({ ...body, state: z.enum(['open', 'closed', 'lost']).optional() })],
    ['a choice becomes any text', toBody({ ...body, state: z.string().optional() })],
    ['whole numbers become numbers', toBody({ ...body, lines: z.array(Line.extend({ count: z.number() })) })],
    ['nothing needs to be a text', toBody({ ...body, note: z.union([z.string(), z.int(), z.null()]) })],
    ['an answer tells more', toAnswer({ ...answer, at: z.string() })],
    ['an answer always tells what it might', toAnswer({ ...answer, hint: z.string() })],
    ['an answer says fewer words', toAnswer({ ...answer, state: z.enum(['open']) })],
    [
      'an answer is bounded otherwise',
      toAnswer({ ...answer, lines: z.array(Line.extend({ sku: z.string() })) }),
    ],
    ['it refuses more', toCall({ refusals: { ...spec.refusals, shelf_gone: { status: 404, title: '' } } })],
    ['it refuses less', toCall({ refusals: {} })],
    ['anyone may ask', toCall({ access: 'anyone' })],
    ['its sentence changed', toCall({ summary: 'Puts.' })],
  ])('%s', ([, now]) => {
    expect(broken(toCall(), now)).toEqual([])
  })
})

describe('a call breaks those who ask it when', () => {
  test.for<[string, Contracts, string]>([
    ['it is gone', { calls: [], events: [] }, 'toy: POST /toy/{shelf} is gone; who knows it still asks it'],
    ['more must be sent', toBody({ ...body, gift: z.boolean() }), `${REFUSES} body gift is missing`],
    ['what might be sent must be', toBody({ ...body, state: State }), `${REFUSES} body state may be missing`],
    ['a field is not taken any more', toBody(without(body, 'note')), `${REFUSES} body note is not known`],
    ['no body is taken any more', toCall({ body: undefined }), `${REFUSES} body lines is not known`],
    [
      'a field in a list is tighter',
      toBody({ ...body, lines: z.array(Line.extend({ count: z.int().min(2).max(9) })).max(10) }),
      `${REFUSES} body lines[].count may go beyond minimum 2`,
    ],
    [
      'a list must be shorter',
      toBody({ ...body, lines: z.array(Line).max(5) }),
      `${REFUSES} body lines may go beyond maxItems 5`,
    ],
    [
      'a choice is taken away',
      toBody({ ...body, state: z.enum(['open']).optional() }),
      `${REFUSES} body state may be "closed", which is not understood`,
    ],
    [
      'nothing is a text no more',
      toBody({ ...body, note: z.string().max(50) }),
      `${REFUSES} body note is null where string is understood`,
    ],
    [
      'a text must have a form',
      toBody({ ...body, note: z.string().max(50).regex(/^a/).nullable() }),
      `${REFUSES} body note may not have the form ^a`,
    ],
    [
      'names in a record must be shorter',
      toBody({ ...body, labels: z.record(z.string().max(3), z.string()) }),
      `${REFUSES} body labels.* (its name) may go beyond maxLength 3`,
    ],
    [
      'values in a record are others',
      toBody({ ...body, labels: z.record(z.string().max(5), z.int()) }),
      `${REFUSES} body labels.* is string where integer is understood`,
    ],
    [
      'one name in a record is another type',
      toBody({ ...body, labels: z.object({ a: z.int().optional() }).catchall(z.string()) }),
      `${REFUSES} body labels.a is string where integer is understood`,
    ],
    [
      'a page must be smaller',
      toCall({ query: z.strictObject({ limit: z.int().max(5).default(5) }) }),
      `${REFUSES} query limit may go beyond maximum 5`,
    ],
    ['a query is not taken any more', toCall({ query: undefined }), `${REFUSES} query limit is not known`],
    ['an answer tells less', toAnswer(without(answer, 'total')), `${OTHERWISE} total is missing`],
    [
      'an answer might not tell',
      toAnswer({ ...answer, total: z.int().optional() }),
      `${OTHERWISE} total may be missing`,
    ],
    [
      'an answer might tell nothing',
      toAnswer({ ...answer, total: z.int().nullable() }),
      `${OTHERWISE} total is null where integer is understood`,
    ],
    [
      'an answer says another word',
      toAnswer({ ...answer, state: z.enum(['open', 'closed', 'lost']) }),
      `${OTHERWISE} state may be "lost", which is not understood`,
    ],
    [
      'an answer says any word',
      toAnswer({ ...answer, state: z.string() }),
      `${OTHERWISE} state may be more than "open", "closed"`,
    ],
    [
      'an answer is of another type, deep inside',
      toAnswer({ ...answer, lines: z.array(Line.extend({ count: z.string() })) }),
      `${OTHERWISE} lines[].count is string where integer is understood`,
    ],
    [
      'it answers with another status',
      toCall({ answers: { ...spec.answers, 202: z.strictObject(answer) } }),
      'toy: POST /toy/{shelf} answers 202, which those who ask it already do not know',
    ],
    [
      'it refuses with another status',
      toCall({ refusals: { shelf_full: { status: 503, title: '' } } }),
      'toy: POST /toy/{shelf} refuses shelf_full with 503, which was 409',
    ],
    [
      'fewer may ask',
      toCall({ access: 'internal' }),
      'toy: POST /toy/{shelf} is for internal, was for customer',
    ],
    [
      'a key must be sent',
      toCall({ idempotency: 'required' }),
      'toy: POST /toy/{shelf} refuses those who send no Idempotency-Key',
    ],
    [
      'it takes another kind of body',
      toCall({ upload: ['text/csv'] }),
      'toy: POST /toy/{shelf} takes no application/json any more',
    ],
    [
      'it answers another kind of body',
      toCall({ produces: 'text/csv' }),
      'toy: POST /toy/{shelf} answers text/csv, was JSON',
    ],
  ])('%s', ([, now, complaint]) => {
    expect(broken(toCall(), now)).toContain(complaint)
  })
})

describe('an event breaks nobody when', () => {
  test.for<[string, Contracts]>([
    ['nothing changed', toEvent(fact)],
    ['it may tell more', toEvent({ ...fact, mood: z.string().optional() })],
    [
      'it tells more, and has a default for what was announced',
      toEvent({ ...fact, mood: z.int().default(0) }),
    ],
    [
      'it stands beside its successor',
      { calls: [], events: [...toEvent(fact).events, ...successor().events] },
    ],
  ])('%s', ([, now]) => {
    expect(broken(toEvent(fact), now)).toEqual([])
  })
})

describe('an event breaks its hearers when', () => {
  test.for<[string, Contracts, string]>([
    [
      'its successor takes its place',
      successor(),
      'toy: toy.put.v1 is gone; announce it beside its successor',
    ],
    ['it tells less', toEvent(without(fact, 'count')), `${HEARERS} count is missing`],
    [
      'it might tell less',
      toEvent({ ...fact, count: z.int().max(9).optional() }),
      `${HEARERS} count may be missing`,
    ],
    [
      'it says another word',
      toEvent({ ...fact, state: z.enum(['open', 'closed', 'lost']) }),
      `${HEARERS} state may be "lost", which is not understood`,
    ],
    [
      'it counts further',
      toEvent({ ...fact, count: z.int().max(99) }),
      `${HEARERS} count may go beyond maximum 9`,
    ],
    ['it must tell more', toEvent({ ...fact, mood: z.string() }), `${ANNOUNCED} mood is missing`],
    [
      'it says fewer words',
      toEvent({ ...fact, state: z.enum(['open']) }),
      `${ANNOUNCED} state may be "closed"`,
    ],
    [
      'it counts less far',
      toEvent({ ...fact, count: z.int().max(5) }),
      `${ANNOUNCED} count may go beyond maximum 5`,
    ],
    [
      'it is about something else',
      toEvent(fact, 'by'),
      'toy: toy.put.v1 is about another subject: by, was shelf; its order among others is lost',
    ],
  ])('%s', ([, now, complaint]) => {
    expect(broken(toEvent(fact), now).join('\n')).toContain(complaint)
  })
})

function successor(): Contracts {
  return { calls: [], events: [event('toy.put.v2', '', z.strictObject({ place: z.string() }), 'place')] }
}

describe('the judgement', () => {
  test('follows a tree as deep as it is, and ends', () => {
    const tree = (leaf: z.ZodType): z.ZodType => {
      const Node: z.ZodType = z.strictObject({
        leaf,
        left: z.lazy(() => Node.nullable()),
        children: z.lazy(() => z.array(Node)),
      })
      return toAnswerOf(Node)
    }
    const toAnswerOf = (Node: z.ZodType) => z.strictObject({ root: Node })
    const now = (leaf: z.ZodType) => toCall({ answers: { 200: tree(leaf) } })
    expect(broken(now(z.string()), now(z.string()))).toEqual([])
    expect(broken(now(z.string()), now(z.int()))).toContain(
      `${OTHERWISE} root.leaf is integer where string is understood`,
    )
  })

  test('finds the member of a union that comes closest', () => {
    const paid = z.strictObject({ kind: z.literal('paid'), amount: z.int() })
    const free = z.strictObject({ kind: z.literal('free') })
    const of = (...members: [z.ZodType, ...z.ZodType[]]) => toAnswer({ price: z.union(members) })
    expect(broken(of(paid, free), of(free, paid))).toEqual([])
    expect(broken(of(paid, free), of(paid))).toEqual([])
    const cheap = paid.extend({ amount: z.string() })
    expect(broken(of(paid, free), of(cheap, free))).toEqual([
      `${OTHERWISE} price.amount is string where integer is understood`,
    ])
  })

  test.for<[string, z.ZodType]>([
    ['an intersection', z.intersection(z.string().nullable(), z.union([z.string(), z.int()]))],
    ['a tuple', z.tuple([z.string(), z.int()])],
    ['a multiple', z.number().multipleOf(5)],
  ])('is not made over %s, which it does not know', ([, strange]) => {
    const now = toAnswer({ strange })
    expect(() => broken(now, now)).toThrow('cannot judge')
  })

  test('is not swayed by the order of fields in the source', () => {
    const backwards = (fields: z.ZodRawShape) => Object.fromEntries(Object.entries(fields).reverse())
    const text = (contracts: Contracts) => Object.values(record(contracts)).map(written).join('')
    expect(text(toBody(backwards(body)))).toBe(text(toBody(body)))
    expect(text(toEvent(backwards(fact)))).toBe(text(toEvent(fact)))
  })
})
