import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Call } from '../contract/call.ts'
import { bodyOf, type Reply } from '../contract/outcome.ts'
import { commonRefusals } from '../contract/refusal.ts'
import { jsonSchema } from './validate.ts'

const ajv = new Ajv2020({ allErrors: true, validateFormats: false, strict: false, allowUnionTypes: true })

/** Hands a reply on, or throws when it says something its contract does not: a field too many is a leak. */
export function checkAnswer(contract: Call): (reply: Reply) => Reply {
  const checks = new Map<number, ValidateFunction>()
  for (const [status, schema] of Object.entries(contract.answers)) {
    checks.set(Number(status), ajv.compile(jsonSchema(schema, 'output')))
  }
  return (reply) => {
    const name = `${contract.service}.${contract.name}`
    if (!reply.ok) {
      const { code } = reply.refusal
      if (code in commonRefusals || code in (contract.refusals ?? {})) return reply
      throw new Error(`${name} refused with ${code}, which its contract does not list`)
    }
    const check = checks.get(reply.status)
    if (!check) throw new Error(`${name} answered ${reply.status}, which its contract does not list`)
    if (reply.status === 204 || contract.produces || check(plain(bodyOf(reply)))) return reply
    throw new Error(
      `${name} answered off its contract: ${ajv.errorsText(check.errors, { dataVar: 'answer' })}`,
    )
  }
}

/** As it will be read at the other end: without undefined fields. */
const plain = (body: unknown): unknown => JSON.parse(JSON.stringify(body ?? null))
