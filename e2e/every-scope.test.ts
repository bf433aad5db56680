import { registerStaff } from '@souk/contracts/accounts'
import { allCalls } from '@souk/contracts/all'
import { allScopes } from '@souk/contracts/scopes'
import { type Call, operatorsCalls } from '@souk/kit/contract'
import type { Caller } from '@souk/kit/service'
import { guest, internal, openStage, type Stage, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOWHERE, shop } from '../embedded/services.ts'

const services = shop(NOWHERE)
const names = new Set(services.map(({ name }) => name))
const calls = allCalls.filter(({ service }) => names.has(service))
const operators = services.flatMap(({ name }) => Object.values(operatorsCalls(name)) as Call[])
const scopeOf = ({ access }: Call) =>
  access.startsWith('staff:') ? access.slice('staff:'.length) : undefined
const staffCalls = calls.filter((call) => scopeOf(call) !== undefined)

const CUSTOMER: Caller = { kind: 'customer', id: 'cus_01jt0000000e00000000000001', address: '127.0.0.1' }
const OPERATOR: Caller = { kind: 'operator', id: 'staff_ada' }
const CLOSED = ['unauthenticated', 'forbidden']

let stage: Stage
/** Somebody on the staff for each scope there is, who holds that one alone. */
const holders = new Map<string, Caller>()
beforeAll(async () => {
  stage = await openStage(services, { cluster: testCluster() })
  for (const scope of allScopes) {
    const who = { email: `${scope.replace(':', '-')}@example.com`, password: 'correct horse', name: scope }
    const made = await stage.ask(registerStaff, { ...who, scopes: [scope] })
    if (!made.ok) throw new Error(made.refusal.code)
    holders.set(scope, { kind: 'staff', id: made.body.id, scopes: [scope] })
  }
}, 60_000)
afterAll(() => stage.stop())

/** What a caller is told who sends nothing: whether they may ask comes before what they ask. */
async function told(call: Call, as: Caller): Promise<string> {
  const reply = await stage.reply(call, {}, { as })
  return reply.ok ? 'answered' : reply.refusal.code
}

describe('the doors of all services', () => {
  it('open to staff with the one scope a call names, and to admins', async () => {
    expect(staffCalls.length).toBeGreaterThan(60)
    for (const call of staffCalls) {
      for (const [scope, holder] of holders) {
        const isTheirs = scope === scopeOf(call) || scope === 'admin'
        const answer = await told(call, holder)
        expect(CLOSED.includes(answer), `${call.service}.${call.name} with ${scope}: ${answer}`).toBe(
          !isTheirs,
        )
      }
    }
  })

  it('are closed to whoever holds no scope, to customers and to guests', async () => {
    for (const call of staffCalls) {
      const where = `${call.service}.${call.name}`
      expect(await told(call, guest), where).toBe('unauthenticated')
      expect(await told(call, CUSTOMER), where).toBe('forbidden')
      expect(await told(call, OPERATOR), where).toBe('forbidden')
      expect(await told(call, { kind: 'staff', id: 'staff_nobody', scopes: [] }), where).toBe('forbidden')
    }
  })

  it('are closed to staff, guests and operators where customers ask for what is theirs', async () => {
    for (const call of calls.filter(({ access }) => access === 'customer')) {
      expect(await told(call, guest), call.name).toBe('unauthenticated')
      for (const other of [holders.get('admin') as Caller, OPERATOR])
        expect(await told(call, other), call.name).toBe('forbidden')
    }
  })

  it('do not exist for anybody outside where services ask one another', async () => {
    const inside = calls.filter(({ access }) => access === 'internal')
    expect(inside.length).toBeGreaterThan(10)
    for (const call of inside)
      for (const other of [guest, CUSTOMER, OPERATOR, holders.get('admin') as Caller])
        expect(await told(call, other), call.name).toBe('not_found')
  })

  it('are open to operators alone where operators look into a service', async () => {
    for (const call of operators) {
      expect(CLOSED, call.name).not.toContain(await told(call, OPERATOR))
      for (const other of [guest, CUSTOMER, internal, holders.get('operator') as Caller])
        expect(CLOSED, call.name).toContain(await told(call, other))
    }
  })
})
