import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Product } from '@souk/contracts/catalog'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSentence } from '../embedded/sentence.ts'
import { client } from './client.ts'
import { ok } from './shopping.ts'
import { someOf } from './some-of.ts'
import { everyItem } from './start-book.ts'
import {
  closedFolder,
  freePort,
  killAll,
  processesOn,
  removeFolder,
  type ShopProcess,
  startShop,
  stopShop,
  takePort,
  until,
} from './start-process.ts'

const PASSWORD = 'a password for journeys'
const isRoot = process.geteuid?.() === 0

let folder: string
let port: number
beforeAll(async () => {
  folder = await closedFolder()
  port = await freePort()
})
afterAll(() => removeFolder(folder))

/** Starts a shop that must refuse: one sentence, an exit code, nothing left running. */
async function refusal(data: string, env: Record<string, string> = {}): Promise<string> {
  const shop = startShop({ data, port, env })
  await until(() => shop.said.screen.includes('Souk is open') || shop.process.exitCode !== null)
  if (shop.process.exitCode === null) await stopShop(shop)
  expect(await shop.ended, shop.said.screen).toBe(1)
  const sentence = shop.said.complaint.trim()
  expect(sentence).toMatch(/^[^\n]+\.$/)
  return sentence
}

describe('a start that cannot be', { timeout: 60_000 }, () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT: must be a port number, not "abc".'],
    [{ PORT: '' }, 'PORT: must be a port number, not "".'],
    [{ SOUK_ADMIN_PASSWORD: 'short' }, 'SOUK_ADMIN_PASSWORD: must have 8 to 128 characters.'],
    [
      { SOUK_TEST_TRANSPORT_FAULTS: 'seed=1,lose=0.1', NODE_ENV: 'production' },
      'SOUK_TEST_TRANSPORT_FAULTS: is for tests, and NODE_ENV is production.',
    ],
    [{ SOUK_TEST_TRANSPORT_FAULTS: 'lose=0.1' }, 'SOUK_TEST_TRANSPORT_FAULTS: lacks a seed, such as seed=7.'],
    [{ SOUK_LOG: 'loud', SOUK_DEMO: 'maybe' }, /^SOUK_LOG: must be .*; SOUK_DEMO: must be .*$/],
    [{ HOST: 'nowhere.invalid' }, 'Nobody knows the host nowhere.invalid: choose another with HOST=….'],
    [{ HOST: '192.0.2.7' }, 'This machine has no address 192.0.2.7: choose another with HOST=….'],
  ])('names the wrong setting %o', async (env, sentence) => {
    expect(await refusal(join(folder, 'unused'), env as Record<string, string>)).toMatch(sentence)
  })

  it.each(someOf(['127.0.0.1', '0.0.0.0', ...loopback6()], 1))(
    'names a port taken on %s, before any data is made',
    async (host) => {
      const taken = await takePort(port, host)
      try {
        expect(await refusal(join(folder, 'unused'))).toBe(
          `Port ${port} is in use by another program: stop it, or choose another with PORT=… npm start.`,
        )
        expect(readdirSync(join(folder, 'unused'))).toEqual(['lock'])
      } finally {
        await taken.release()
      }
    },
  )

  it('names what is no folder, cannot be one, or may not be written', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'mine')
    expect(await refusal(file)).toBe(`SOUK_DATA must be a folder, and ${file} is a file.`)
    expect(await refusal(join(file, 'data'))).toMatch(/^There cannot be a folder .*file\/data/)
    expect(await refusal('/proc/souk')).toMatch(
      /^(There cannot be a folder|No permission to write in) \/proc\/souk/,
    )
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await onReadOnly(async (closed) => {
      expect(await refusal(join(closed, 'data'))).toMatch(/^No permission to write in /)
    })
  })
})

describe('a data folder', { timeout: 60_000 }, () => {
  let shop: ShopProcess
  let data: string

  beforeAll(async () => {
    data = join(folder, 'data')
    shop = startShop({ data, port, env: { SOUK_ADMIN_PASSWORD: PASSWORD } })
    await shop.untilOpen()
  })

  it('is one shop’s at a time: the second hears of the first, which goes on', async () => {
    const sentence = `Souk is already running on ${data} (pid ${shop.process.pid}): stop it, or use another SOUK_DATA.`
    expect(await refusal(data)).toBe(sentence)
    expect(await refusal(data, { PORT: '0' })).toBe(sentence)
    ok(await client(shop.url).get('/readyz'), 200)
  })

  it('written by a newer version, or by a newer PostgreSQL, is refused by name', async () => {
    const future = `insert into migration (name, checksum) values ('9999-tomorrow.sql', 'unknown')`
    await inDatabase(data, 'souk_shipping', future)
    await stopShop(shop)
    expect(await refusal(data)).toBe(
      'This data folder cannot be used: the data was written by a newer version of Souk (it has migration 9999-tomorrow.sql). Nothing was changed.',
    )
    expect(processesOn(data)).toEqual([])
    const version = join(data, 'postgres/cluster/PG_VERSION')
    const ours = readFileSync(version, 'utf8')
    writeFileSync(version, '99\n')
    expect(await refusal(data)).toContain('was made by PostgreSQL 99')
    writeFileSync(version, ours)
  })

  it.each(someOf(['24', '60'], 1))(
    'on a disk of %s MB, which is too small, opens once there is more',
    async (megabytes) => {
      await onSmallDisk(Number(megabytes), async (disk) => {
        const small = join(disk, 'data')
        expect(await refusal(small)).toMatch(/^The disk .*is full: free some space/)
        expect(processesOn(small)).toEqual([])
        execFileSync('mount', ['-o', 'remount,size=500m', disk])
        const again = startShop({ data: small, port })
        await again.untilOpen()
        expect((await stopShop(again)).code).toBe(0)
      })
    },
  )
})

describe('a shop in somebody’s folder', { timeout: 120_000 }, () => {
  /** Somebody with a number and no name; as ourselves where we may not become another. */
  const person = isRoot ? { uid: 12_345, gid: 12_345 } : {}

  it('opens with the demo catalog, and what it leaves is theirs to delete', async () => {
    const home = join(folder, 'home')
    mkdirSync(home)
    if (isRoot) chownSync(home, 12_345, 12_345)
    const data = join(home, 'shop/data')
    const shop = startShop({ data, port, env: { SOUK_DEMO: 'on', SOUK_ADMIN_PASSWORD: PASSWORD } })
    await shop.untilOpen()
    expect(shop.said.screen).toContain('The demo catalog holds 500 products.')
    expect(shop.said.screen).not.toContain('Password')
    await showsDemo(shop)
    expect((await stopShop(shop)).code).toBe(0)
    expect(readdirSync(data).sort()).toEqual([
      'demo-loaded',
      'images',
      'lock',
      'postgres',
      'secrets.json',
      'simulators',
    ])
    const strangers = execFileSync('find', [home, '!', '-uid', String(person.uid ?? process.geteuid?.())])
    expect(strangers.toString()).toBe('')
    chmodSync(folder, 0o755)
    expect(spawnSync('rm', ['-rf', join(home, 'shop')], { ...person, cwd: '/' }).stderr.toString()).toBe('')
    expect(existsSync(join(home, 'shop'))).toBe(false)
  })
})

async function showsDemo(shop: ShopProcess): Promise<void> {
  const guest = client(shop.url)
  for (const currency of ['EUR', 'USD']) {
    const products = await everyItem<Product>(guest, `/store/v1/products?limit=100&currency=${currency}`)
    expect(products).toHaveLength(500)
    for (const { title, variants } of products)
      for (const { price } of variants)
        expect(price, title).toMatchObject({ currency, amount: expect.any(Number) })
    const drawn = await guest.get(String(products[0]?.images[0]?.url))
    expect(drawn.headers.get('content-type')).toContain('image/svg+xml')
    expect(drawn.body).toContain('</svg>')
  }
}

/** Runs a statement as the database's owner while the shop runs. */
async function inDatabase(data: string, database: string, statement: string): Promise<void> {
  const password = readFileSync(join(data, 'postgres/password'), 'utf8').trim()
  const path = join(data, 'postgres/run/.s.PGSQL.5432')
  const sql = postgres({ path, user: 'postgres', password, database, max: 1 })
  await sql.unsafe(statement)
  await sql.end()
}

/** A folder nobody may write in: for root a file system mounted so, or where that is not allowed one that always is. */
async function onReadOnly(work: (folder: string) => Promise<void>): Promise<void> {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o500 })
  if (!isRoot) return await work(closed)
  if (!mounts(closed, 'ro')) return await work('/sys')
  try {
    await work(closed)
  } finally {
    execFileSync('umount', [closed])
  }
}

const mounts = (at: string, options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at]).status === 0

const loopback6 = (): string[] =>
  Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.address === '::1')
    ? ['::1']
    : []

/** A disk of that many megabytes. Where we may not mount one the sentence alone is proved. */
async function onSmallDisk(megabytes: number, work: (disk: string) => Promise<void>): Promise<void> {
  const disk = join(folder, `disk-${megabytes}`)
  mkdirSync(disk)
  if (!mounts(disk, `size=${megabytes}m,mode=0755`)) {
    expect(toSentence(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toContain(
      'full: free some space',
    )
    return
  }
  try {
    await work(disk)
  } finally {
    killAll(disk)
    await until(() => processesOn(disk).length === 0)
    execFileSync('umount', [disk])
  }
}
