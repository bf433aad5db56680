import { type Call, pathFields } from '../contract/call.ts'
import { commonRefusals } from '../contract/refusal.ts'
import { recordsOf } from '../service/query-records.ts'
import { jsonSchema } from '../service/validate.ts'
import { hoistParts } from './hoist-parts.ts'

/** The OpenAPI 3.1 document of the public contracts: generated, so it cannot disagree with what is answered. */
export function openApi(
  contracts: readonly Call[],
  info: { title: string; version: string; description: string },
) {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemas: Record<string, unknown> = { Problem: problemSchema }
  for (const contract of contracts) {
    const item = paths[contract.path] ?? {}
    const told = hoistParts(operation(contract), { name: nameOf(contract), schemas })
    paths[contract.path] = { ...item, [contract.method.toLowerCase()]: told }
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas,
    },
  }
}

const nameOf = ({ service, name }: Call): string => `${service}.${name}`

function operation(contract: Call) {
  return {
    operationId: nameOf(contract),
    tags: [contract.service],
    summary: contract.summary,
    ...(contract.access === 'anyone' ? {} : { security: [{ token: [] }] }),
    parameters: [...pathParameters(contract), ...queryParameters(contract), ...headerParameters(contract)],
    ...requestBody(contract),
    responses: { ...answers(contract), ...refusals(contract) },
  }
}

const pathParameters = ({ path, params }: Call) =>
  pathFields(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: jsonSchema(params!.shape[name], 'input'),
  }))

function queryParameters({ query }: Call) {
  const records = recordsOf(query)
  return Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const schema = jsonSchema(field, 'input')
    return records.includes(name) ? recordParameter(name, schema) : { name, in: 'query', schema }
  })
}

/** Exploded, its keys are the parameters: `attr.size=42`. */
const recordParameter = (name: string, { additionalProperties }: Record<string, unknown>) => ({
  ...{ name, in: 'query', style: 'form', explode: true },
  schema: {
    type: 'object',
    patternProperties: { [`^${name}\\.`]: additionalProperties },
    additionalProperties: false,
  },
})

function headerParameters({ idempotency, method, access }: Call) {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: idempotency !== 'accepted',
    schema: { type: 'string', maxLength: 255 },
  }
  const match = { name: 'If-Match', in: 'header', schema: { type: 'string' } }
  const isEdit =
    access.startsWith('staff:') && (method === 'PATCH' || method === 'PUT' || method === 'DELETE')
  return [...(idempotency ? [key] : []), ...(isEdit ? [match] : [])]
}

function requestBody({ body, upload }: Call) {
  if (upload) {
    const content = Object.fromEntries(upload.map((type) => [type, { schema: { type: 'string' } }]))
    return { requestBody: { required: true, content } }
  }
  return body
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: jsonSchema(body, 'input') } },
        },
      }
    : {}
}

function answers({ answers, produces = 'application/json' }: Call) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      status === '204'
        ? { description: 'Done.' }
        : { description: 'The answer.', content: { [produces]: { schema: jsonSchema(schema, 'output') } } },
    ]),
  )
}

/** Refusals of one status share a response; their codes are listed in its description. */
function refusals(contract: Call) {
  const own = Object.entries(contract.refusals ?? {})
  const usual = [['invalid_request', commonRefusals.invalid_request]] as const
  const byStatus = new Map<string, string[]>()
  for (const [code, { status, title }] of [...own, ...usual]) {
    byStatus.set(String(status), [...(byStatus.get(String(status)) ?? []), `\`${code}\`: ${title}`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      {
        description: lines.join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable, snake_case.' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
