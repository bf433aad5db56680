import { expect, test } from 'vitest'
import { settingsFile } from './settings.ts'
import { chooseSocketFolder } from './socket-folder.ts'

test('writes booleans as on and off, and quotes every other value', () => {
  const text = settingsFile({ jit: true, cluster_name: "ann's" }, { socketFolder: "/o'hara/run", port: 5432 })
  expect(text).toContain('\njit = on\n')
  expect(text).toContain("\ncluster_name = 'ann''s'\n")
  expect(text).toContain("\nunix_socket_directories = '/o''hara/run'\n")
})

test('nobody can open the server to the network by a setting', () => {
  const lines = settingsFile({ listen_addresses: '*' }, { socketFolder: '/run/souk', port: 5432 }).split('\n')
  expect(lines.filter((line) => line.startsWith('listen_addresses'))).toEqual(["listen_addresses = ''"])
})

test('a socket path of 100 bytes stays in the data folder, one of 101 moves to a short one', () => {
  const folder = (bytes: number) => `/${'é'.repeat((bytes - 1 - '/run/.s.PGSQL.5432'.length) / 2)}`
  expect(chooseSocketFolder(`${folder(99)}`, '/tmp')).toBe(`${folder(99)}/run`)
  expect(chooseSocketFolder(`${folder(101)}`, '/tmp')).toMatch(/^\/tmp\/souk-[0-9a-f]{16}$/)
  expect(chooseSocketFolder(folder(301), folder(301))).toMatch(/^\/tmp\/souk-[0-9a-f]{16}$/)
})
