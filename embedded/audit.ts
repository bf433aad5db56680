import { parseArgs } from 'node:util'
import { printVerdict } from '@souk/auditor/print'
import { readSettings, systemClock } from '@souk/kit/runtime'
import { openBooks } from './audit-place.ts'
import { auditorOf } from './audit-shop.ts'
import { toSentence } from './sentence.ts'
import { NOWHERE, shop } from './services.ts'
import { settings } from './settings.ts'

const VIOLATED = 1
const NOT_AUDITED = 2

const services = shop(NOWHERE)

/** `npm run audit`: proves the books of the shop in SOUK_DATA, open or closed, and exits with 1 where they disagree. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { strict: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  })
  const { data } = readSettings(settings, process.env)
  const { close, ...books } = await openBooks(
    data,
    services.map(({ name }) => name),
  )
  try {
    const verdict = await auditorOf({ ...books, services, clock: systemClock })({ isStrict: values.strict })
    console.log(values.json ? JSON.stringify(verdict, null, 2) : printVerdict(verdict))
    return verdict.violations > 0 ? VIOLATED : 0
  } finally {
    await close()
  }
}

process.exitCode = await main().catch((fault) => {
  process.stderr.write(`\n  ${toSentence(fault)}\n\n`)
  return NOT_AUDITED
})
