import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { openGateway } from '@souk/gateway'
import { memberSettings, openMember, runProgram } from '@souk/kit/fleet'
import { hearStop, whenAsked } from '@souk/kit/process'
import { readSettings, seconds, setting } from '@souk/kit/runtime'
import { serveHomePage } from '../embedded/home-page.ts'
import { servePictures } from '../embedded/pictures.ts'
import { settings as shopSettings } from '../embedded/settings.ts'
import { instancesOf } from './instances.ts'
import { AUDITOR } from './parties.ts'

const DRAINED_WITHIN_MS = seconds(20)

const settings = {
  ...memberSettings,
  publicPort: shopSettings.port,
  publicHost: shopSettings.host,
  rateLimit: shopSettings.rateLimit,
  tracedReads: shopSettings.tracedReads,
  sandboxUrl: setting('SOUK_SANDBOX_URL', 'Where the sandbox provider is; none when empty.', String, ''),
  mailboxUrl: setting('SOUK_MAILBOX_URL', 'Where the mailbox is; none when empty.', String, ''),
}

/** The one public process of a fleet: it knows contracts, and finds who answers them. */
async function main(): Promise<void> {
  process.title = 'souk:gateway'
  const chosen = readSettings(settings, process.env)
  const asked = hearStop()
  const member = await openMember({ chosen, shown: shownToOperators })
  const { environment, registry, dispatch } = member
  const { clock, random, metrics } = environment
  const all = Object.keys(chosen.keys.issues)
  const names = all.filter((name) => name !== AUDITOR)
  const { askAll, stateOf } = instancesOf({ registry, keys: chosen.keys, clock, random, metrics })
  const services = () => Promise.all(all.map(stateOf))
  const { app, drain } = openGateway({
    ...{ environment, dispatch, services, serviceNames: names, others: [AUDITOR], askInstances: askAll },
    isReady: async () => names.every((name) => registry.instancesOf(name).length > 0),
    isRateLimited: chosen.rateLimit === 'on',
    isOpenOnLoopback: true,
    readsSampled: chosen.tracedReads,
    neighbours: [
      { prefix: '/sandbox', upstream: chosen.sandboxUrl },
      { prefix: '/mailbox', upstream: chosen.mailboxUrl },
    ].filter(({ upstream }) => upstream !== ''),
    pages(app) {
      servePictures(app)
      serveHomePage(app, { version: chosen.version, services })
    },
  })
  await app.listen({ host: chosen.publicHost, port: chosen.publicPort })
  process.send?.({ ready: true })
  await whenAsked(asked).catch(() => {})
  await drain(DRAINED_WITHIN_MS)
  await member.close()
}

await runProgram(main)
