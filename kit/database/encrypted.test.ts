import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { connect, type DatabaseAddress } from './connect.ts'

/** A key for `localhost` that signed itself; it opens nothing but these tests. */
const PEM = readFileSync(new URL('./fixtures/localhost.pem', import.meta.url), 'utf8')
const SSL_REQUEST = '0000000804d2162f'

let database: TestDatabase
const undo: (() => unknown)[] = []
beforeAll(async () => {
  database = await cloneDatabase(testCluster(), toy())
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})
afterAll(() => database.drop())

/** PostgreSQL behind a door of TLS, as poolers and clouds have it, which writes down how everyone began. */
async function openDoor(answer: 'S' | 'N') {
  const begun: string[] = []
  const sockets = new Set<Socket>()
  const door = createServer(async (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const [first] = (await once(socket, 'data')) as [Buffer]
    begun.push(first.toString('hex'))
    if (begun.at(-1) !== SSL_REQUEST) return void socket.destroy()
    socket.write(answer)
    if (answer === 'N') {
      begun.push(String(await once(socket, 'data')))
      return void socket.destroy()
    }
    const inside = new TLSSocket(socket, { isServer: true, cert: PEM, key: PEM })
    const { host, port } = testCluster()
    const server = host.startsWith('/') ? connectTo(`${host}/.s.PGSQL.${port}`) : connectTo(port, host)
    sockets.add(server)
    inside.on('error', () => server.destroy())
    inside.pipe(server).pipe(inside)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  undo.push(() => {
    for (const socket of sockets) socket.destroy()
    door.close()
  })
  return { begun, port: (door.address() as AddressInfo).port }
}

async function whoami(address: DatabaseAddress): Promise<unknown> {
  const sql = connect(address, { connections: 1 })
  undo.push(() => sql.end({ timeout: 0 }))
  const [row] = await sql<{ who: string }[]>`select current_user as who`
  return row?.who
}

function trustTheKey() {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, PEM.slice(0, PEM.indexOf('-----BEGIN PRIVATE'))])
  undo.push(() => setDefaultCACertificates(before))
}

describe('a connection', () => {
  it('is encrypted where the address says so, whoever answers', async () => {
    const { port, begun } = await openDoor('S')
    expect(await whoami({ ...database.address, host: 'localhost', port, tls: 'encrypted' })).toBe('souk_toy')
    expect(begun).toEqual([SSL_REQUEST])
  })

  it('is made to whom the certificate names', async () => {
    const { port } = await openDoor('S')
    trustTheKey()
    expect(await whoami({ ...database.address, host: 'localhost', port, tls: 'verified' })).toBe('souk_toy')
  })

  it('is not made to one whose certificate nobody vouches for', async () => {
    const { port } = await openDoor('S')
    await expect(
      whoami({ ...database.address, host: 'localhost', port, tls: 'verified' }),
    ).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  it('is not made to an address of digits with the certificate of a name', async () => {
    const { port } = await openDoor('S')
    trustTheKey()
    await expect(
      whoami({ ...database.address, host: '127.0.0.1', port, tls: 'verified' }),
    ).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })

  it('tells nothing in the clear to one who will not encrypt', async () => {
    const { port, begun } = await openDoor('N')
    await expect(whoami({ ...database.address, host: 'localhost', port, tls: 'encrypted' })).rejects.toThrow()
    expect(begun).toHaveLength(2)
    expect(begun.join(' ')).not.toContain('souk_toy')
  })
})
