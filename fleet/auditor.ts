import { carriersOverHttp, ledgerOverHttp, openAuditor } from '@souk/auditor'
import { auditShop } from '@souk/contracts/auditor'
import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { addressFrom } from '@souk/kit/database'
import { attend, memberSettings, openMember, runProgram } from '@souk/kit/fleet'
import { hearStop } from '@souk/kit/process'
import { readSettings, setting } from '@souk/kit/runtime'
import { auditorOf } from '../embedded/audit-shop.ts'
import { NOWHERE, shop } from '../embedded/services.ts'
import { readEach } from './setting-of-each.ts'

/** What services hear is all that is asked of them here: none of them is opened. */
const services = shop(NOWHERE)

const settings = {
  ...memberSettings,
  sandboxUrl: setting('SOUK_SANDBOX_URL', 'Where the provider shows its ledger.', String),
  carriersUrl: setting('SOUK_CARRIERS_URL', 'Where the carriers show what they sold.', String),
}

const books = {
  prefix: 'SOUK_DATABASE_URL',
  describes: 'The database of a service, as somebody who may read it.',
  read: addressFrom,
}

/** Reads the databases of all services, as roles that may read and nothing else, and says whether they agree. */
async function main(): Promise<void> {
  process.title = `souk:${auditShop.service}`
  const chosen = readSettings(settings, process.env)
  const databases = readEach(books, { names: services.map(({ name }) => name), environment: process.env })
  const asked = hearStop()
  const member = await openMember({ chosen, shown: shownToOperators })
  const { environment } = member
  const audit = auditorOf({
    services,
    clock: environment.clock,
    databases,
    providerLedger: ledgerOverHttp(chosen.sandboxUrl),
    carrierLedger: carriersOverHttp(chosen.carriersUrl),
  })
  const instance = environment.ids.next('proc')
  const auditor = {
    name: auditShop.service,
    instance,
    answers: [{ contract: auditShop }],
    answer: openAuditor(audit, { environment, instance }),
    isReady: async () => true,
  }
  await attend(auditor, { member, chosen, asked })
  await member.close()
}

await runProgram(main)
