import { setTimeout as pause } from 'node:timers/promises'
import { shownToOperators } from '@souk/contracts/shown-to-operators'
import { openGateway } from '@souk/gateway'
import { graphqlFrom, graphqlSettings } from '@souk/gateway/graphql-settings'
import { memberSettings, openMember, runProgram } from '@souk/kit/fleet'
import { hearStop, putAwayOnceSettled, whenAsked } from '@souk/kit/process'
import { count, readSettings, seconds, setting } from '@souk/kit/runtime'
import { serveHomePage } from '../embedded/home-page.ts'
import { servePictures } from '../embedded/pictures.ts'
import { settings as shopSettings } from '../embedded/settings.ts'
import { openWeb } from '../embedded/web.ts'
import { instancesOf } from './instances.ts'
import { listen } from './listen.ts'
import { AUDITOR } from './parties.ts'

const DRAINED_WITHIN_MS = seconds(20)
/** A browser that keeps a line open asks again sooner than this, or much later. */
const QUIET_MS = 500
/** Who hears of nobody has not reached the broker yet. */
const HEARD_WITHIN_MS = seconds(15)
/** Longer than the rest needs to be heard of then; a service that is down must not keep the shop closed. */
const FOUND_WITHIN_MS = seconds(3)
const LOOKED_FOR_MS = 10

const settings = {
  ...memberSettings,
  publicPort: shopSettings.port,
  publicHost: shopSettings.host,
  rateLimit: shopSettings.rateLimit,
  tracedReads: shopSettings.tracedReads,
  ...graphqlSettings,
  sockets: setting(
    'LISTEN_FDS',
    'How many sockets were handed on to listen on, as descriptors from 3 (as systemd does); none: it opens its own.',
    count(64),
    '0',
  ),
  publicUrl: setting(
    'SOUK_PUBLIC_URL',
    'Where browsers find the shop; under `https:` their cookies are bound to its host.',
    String,
    '',
  ),
  sandboxUrl: setting('SOUK_SANDBOX_URL', 'Where the sandbox provider is; none when empty.', String, ''),
  carriersUrl: setting('SOUK_CARRIERS_URL', 'Where the carriers are; none when empty.', String, ''),
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
  const isComplete = () => names.every((name) => registry.instancesOf(name).length > 0)
  const web = await openWeb()
  const { app, drain } = openGateway({
    web,
    ...{ environment, dispatch, services, serviceNames: names, others: [AUDITOR], askInstances: askAll },
    isReady: async () => isComplete(),
    isRateLimited: chosen.rateLimit === 'on',
    isSecure: chosen.publicUrl.startsWith('https:'),
    isOpenOnLoopback: true,
    readsSampled: chosen.tracedReads,
    graphql: graphqlFrom(chosen, { isProduction: process.env.NODE_ENV === 'production' }),
    neighbours: [
      { prefix: '/sandbox', upstream: chosen.sandboxUrl },
      { prefix: '/carriers', upstream: chosen.carriersUrl },
      { prefix: '/mailbox', upstream: chosen.mailboxUrl },
    ].filter(({ upstream }) => upstream !== ''),
    pages(app) {
      servePictures(app)
      const hasStorefront = web.storefront !== undefined
      serveHomePage(app, { version: chosen.version, services, hasStorefront })
    },
  })
  // Where sockets are shared it would take connections from a gateway that knows more.
  if (chosen.sockets > 0) {
    await untilSo(() => registry.all().length > 0, HEARD_WITHIN_MS)
    await untilSo(isComplete, FOUND_WITHIN_MS)
  }
  const { stopAccepting } = await listen(app, {
    ...{ host: chosen.publicHost, port: chosen.publicPort, sockets: chosen.sockets },
  })
  process.send?.({ ready: true })
  const callOff = putAwayOnceSettled()
  await whenAsked(asked).catch(() => {})
  callOff()
  stopAccepting()
  await drain(DRAINED_WITHIN_MS, QUIET_MS)
  await member.close()
}

async function untilSo(isSo: () => boolean, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!isSo() && performance.now() < deadline) await pause(LOOKED_FOR_MS)
}

await runProgram(main)
