import * as contract from '@souk/contracts/accounts'
import { connect, type Sql } from '@souk/kit/database'
import type { Caller } from '@souk/kit/service'
import { guest, openStage, type Stage, testCluster } from '@souk/kit/testing'
import { accounts } from './service.ts'

export const PASSWORD = 'correct horse battery'
export const home = { name: 'Ada', line1: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'DE' }

export const asGuest = { as: guest }
export const asCustomer = (id: string): { as: Caller } => ({
  as: { kind: 'customer', id, address: '127.0.0.1' },
})
export const refused = (code: string) => ({ ok: false, refusal: { code } })

export type Story = Awaited<ReturnType<typeof openStory>>

/** Accounts on a stage, what its stories do again and again, and its database as its owner sees it. */
export async function openStory() {
  const stage = await openStage([accounts()], { cluster: testCluster() })
  const database = await ownersView()
  return { stage, database, ...verbs(stage), stop: () => database.end().then(() => stage.stop()) }
}

async function ownersView(): Promise<Sql> {
  const owner = connect(testCluster(), { connections: 1 })
  const [newest] = await owner`
    select datname from pg_database where datname like ${`test_accounts_${process.pid}_%`} order by oid desc limit 1`
  await owner.end()
  return connect({ ...testCluster(), database: newest?.datname }, { connections: 1 })
}

function verbs(stage: Stage) {
  let people = 0
  const newEmail = () => `ada-${++people}@example.com`
  const refresh = (refreshToken: string) => stage.ask(contract.refresh, { refreshToken }, asGuest)
  return {
    newEmail,
    refresh,
    async register(email = newEmail()) {
      const made = await stage.ask(contract.register, { email, password: PASSWORD, name: 'Ada' }, asGuest)
      if (!made.ok) throw new Error(made.refusal.code)
      return { email, id: made.body.customer.id, ...made.body }
    },
    login: (email: string, password = PASSWORD) => stage.ask(contract.login, { email, password }, asGuest),
    async nextToken(refreshToken: string) {
      const made = await refresh(refreshToken)
      if (!made.ok) throw new Error(made.refusal.code)
      return made.body.refreshToken
    },
    mailedToken(event: { type: string }, email: string) {
      const mails = stage.announced(event).filter(({ data }) => data.email === email)
      return String(mails.at(-1)?.data.token)
    },
    async publishedKeys() {
      const listed = await stage.ask(contract.listSigningKeys, {}, asGuest)
      if (!listed.ok) throw new Error(listed.refusal.code)
      return listed.body.keys
    },
  }
}
