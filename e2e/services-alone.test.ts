import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DatabaseAddress } from '@souk/kit/database'
import { readSettings } from '@souk/kit/runtime'
import { cloneDatabase, type TestDatabase, testCluster } from '@souk/kit/testing'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { NOWHERE, shop } from '../embedded/services.ts'
import { settings } from '../embedded/settings.ts'
import { tellEach } from '../fleet/tell-each.ts'
import { SECRETS } from './opened-shop.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TELL_LOADS = fileURLToPath(new URL('./tell-loads.ts', import.meta.url))
const NOBODY = '127.0.0.1:9'
/** Nine programs start here, on a machine that has other things to do. */
const STARTS_WITHIN_MS = 30_000

const services = shop(NOWHERE)
const names = services.map(({ name }) => name)
const databases = new Map<string, TestDatabase>()
const running: ChildProcess[] = []

beforeAll(async () => {
  for (const one of services) databases.set(one.name, await cloneDatabase(testCluster(), one))
})
afterEach(async () => {
  for (const child of running.splice(0)) if (child.kill('SIGKILL')) await once(child, 'close')
})
afterAll(async () => {
  await Promise.all([...databases.values()].map((one) => one.drop()))
})

const databaseOf = (name: string) => databases.get(name)?.address as DatabaseAddress

/** As its launcher would, with a broker that is not there. */
function start(name: string, database = databaseOf(name)) {
  const { env } = tellEach({
    opening: { chosen: readSettings(settings, {}), version: 'test' },
    processes: {
      ...{ secrets: SECRETS, port: 0 },
      simulators: {
        sandboxUrl: `http://${NOBODY}`,
        carriersUrl: `http://${NOBODY}`,
        mailboxUrl: `http://${NOBODY}`,
        smtpPort: 9,
      },
    },
    broker: { urlFor: (user) => `nats://${user}:nobody-is-there@${NOBODY}` },
    ...{ url: 'http://shop.example', names, databases: new Map([[name, database]]), readers: new Map() },
  })
  const child = spawn(process.execPath, ['--import', TELL_LOADS, join(ROOT, 'services', name, 'main.ts')], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...env(name), SOUK_PARENT_PID: String(process.pid) },
  })
  running.push(child)
  const started = { child, loaded: new Set<string>(), said: '', address: '' }
  child.on('message', (message: { loaded?: string; address?: string }) => {
    if (message.loaded?.startsWith('file:')) started.loaded.add(relative(ROOT, fileURLToPath(message.loaded)))
    started.address ||= message.address ?? ''
  })
  child.stderr?.on('data', (said) => {
    started.said += said
  })
  return started
}

const untilUp = (started: ReturnType<typeof start>) =>
  expect.poll(() => started.address || started.child.exitCode, { timeout: STARTS_WITHIN_MS }).toMatch(/^http/)

it.each(names)(
  '%s starts alone and loads nothing of the other services, nor of who composes them',
  async (name) => {
    const started = start(name)
    await untilUp(started)
    expect((await fetch(`${started.address}/readyz`)).status).toBe(200)
    const rooms = [...started.loaded].map((path) => path.split('/').slice(0, 2).join('/'))
    const ours = new Set(rooms.map((room) => (room.startsWith('services/') ? room : room.split('/')[0])))
    ours.delete('node_modules')
    expect([...ours].sort()).toEqual(['contracts', 'kit', `services/${name}`])
    expect(started.loaded).toContain(`services/${name}/service.ts`)
    started.child.kill('SIGTERM')
    expect(await once(started.child, 'close')).toEqual([0, null])
  },
  STARTS_WITHIN_MS,
)

it(
  'a service that starts before its database is there says so, waits, and comes up by itself',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'souk-late-'))
    try {
      const address = databaseOf('pricing')
      const door = join(folder, 'door')
      const started = start('pricing', { ...address, host: door })
      await expect
        .poll(() => started.said, { timeout: STARTS_WITHIN_MS })
        .toContain('the database is not there yet')
      expect(started.address).toBe('')
      await symlink(address.host, door)
      await untilUp(started)
      expect((await fetch(`${started.address}/readyz`)).status).toBe(200)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
  STARTS_WITHIN_MS,
)

it(
  'a service that waits for its database stops when it is asked to',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'souk-late-'))
    try {
      const started = start('pricing', { ...databaseOf('pricing'), host: join(folder, 'never') })
      await expect.poll(() => started.said, { timeout: STARTS_WITHIN_MS }).toContain('not there yet')
      started.child.kill('SIGTERM')
      expect(await once(started.child, 'close')).toEqual([0, null])
    } finally {
      await rm(folder, { recursive: true })
    }
  },
  STARTS_WITHIN_MS,
)
