import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
  validateSchema,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { askedGateway } from './fixtures/asked-gateway.ts'
import { sampleOf } from './fixtures/sample-of.ts'
import { argumentsFor, callOf, everything, type Field, isAsked } from './fixtures/whole-document.ts'
import { shopSchema } from './schema.ts'

const schema = shopSchema()
const fieldsOf = (name: string): Field[] => {
  const type = schema.getType(name)
  return isObjectType(type) ? Object.values(type.getFields()) : []
}

let gateway: Awaited<ReturnType<typeof askedGateway>>
beforeAll(async () => {
  gateway = await askedGateway(
    ({ answers }) => {
      const [status, answer] = Object.entries(answers)[0] as [string, z.ZodType]
      return { ok: true, status: Number(status), body: status === '204' ? undefined : sampleOf(answer) }
    },
    { graphql: { isExplorable: true, limits: UNLIMITED } },
  )
})
afterAll(() => gateway.close())

const MANY = 1_000_000_000
const UNLIMITED = {
  ...{ size: MANY, tokens: MANY, batch: 1, depth: MANY, fields: MANY, aliases: MANY },
  ...{ directives: MANY, roots: MANY, credentials: MANY, introspected: MANY, values: MANY, cost: MANY },
}

/** What a contract's answer looks like where records are lists and pages are connections. */
function expected(value: unknown, type: GraphQLOutputType, levels = 7): unknown {
  if (value === undefined) return null
  if (type instanceof GraphQLNonNull) return expected(value, type.ofType, levels)
  if (type instanceof GraphQLList) {
    const named = getNamedType(type).name === 'NamedValue'
    const items = named
      ? Object.entries(value as object).map(([name, value]) => ({ name, value }))
      : (value as unknown[])
    return items.map((item) => expected(item, type.ofType, levels))
  }
  if (!isObjectType(type)) return value
  const fields = Object.values(type.getFields()).filter((field) => isAsked(field, levels))
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      expected((value as Record<string, unknown>)[field.name], field.type, levels - 1),
    ]),
  )
}

/** The answer of a field's contract as GraphQL gives it. */
function answerOf(field: Field): unknown {
  const [answer] = Object.values(callOf(field)?.answers ?? {}) as z.ZodType[]
  const body =
    answer instanceof z.ZodUndefined ? {} : (sampleOf(answer as z.ZodType) as Record<string, unknown>)
  const type = getNamedType(field.type)
  const { items } = body as { items?: unknown[] }
  if (!isObjectType(type)) return body
  const { userErrors, ...gives } = type.getFields()
  if (userErrors) {
    const [only = '', ...others] = Object.keys(gives)
    const isWhole = others.length === 0 && !(only in body)
    return expected({ ...(isWhole ? { [only]: body } : body), userErrors: [] }, type)
  }
  if (type.name.endsWith('Connection')) return { nodes: expected(items, getNodes(field)) }
  return items ? items.map((item) => expected(item, type)) : expected(body, type)
}
const getNodes = (field: Field): GraphQLOutputType => {
  const type = getNamedType(field.type)
  return isObjectType(type) ? (type.getFields().nodes?.type as GraphQLOutputType) : field.type
}

const selectionOf = (field: Field): string =>
  getNamedType(field.type).name.endsWith('Connection')
    ? `{ nodes ${everything(getNodes(field))} }`
    : everything(field.type)

describe('the schema', () => {
  it('is one of GraphQL, and every field at the top is a call of a contract', () => {
    expect(validateSchema(schema)).toEqual([])
    const roots = ['Query', 'Mutation', 'Subscription'].flatMap(fieldsOf)
    expect(roots.filter((field) => !callOf(field)).map(({ name }) => name)).toEqual([])
    expect(roots.length).toBeGreaterThan(50)
  })

  it.each([
    ...fieldsOf('Query').map((field) => ['query', field.name, field] as const),
    ...fieldsOf('Mutation').map((field) => ['mutation', field.name, field] as const),
  ])('%s %s gives whatever its contract answers, run once or compiled', async (kind, name, field) => {
    const query = `${kind} { ${name}${argumentsFor(field)} ${selectionOf(field)} }`
    for (let turn = 0; turn < 3; turn++) {
      const { body } = await gateway.post({ query })
      expect(body).toEqual({ data: { [name]: answerOf(field) } })
    }
  })

  it.each(
    ['Cart', 'Me'].flatMap((type) =>
      fieldsOf(type)
        .filter(callOf)
        .map((field) => [type, field.name, field] as const),
    ),
  )('%s.%s asks a contract of its own', async (type, name, field) => {
    const from = type === 'Cart' ? 'cart(id: "text")' : 'me'
    const { body } = await gateway.post({
      query: `{ ${from} { ${name}${argumentsFor(field)} ${selectionOf(field)} } }`,
    })
    expect(body).toEqual({ data: { [type.toLowerCase()]: { [name]: answerOf(field) } } })
  })
})
