import { expect, test } from 'vitest'
import { allows, mayGrant } from './reach.ts'

const ann = { uid: 1000, gid: 1000 }

test.for([
  { mode: 0o700, uid: 0, gid: 0, wish: 'enter', allowed: false },
  { mode: 0o711, uid: 0, gid: 0, wish: 'enter', allowed: true },
  { mode: 0o711, uid: 0, gid: 0, wish: 'run', allowed: false },
  { mode: 0o710, uid: 0, gid: 1000, wish: 'enter', allowed: true },
  { mode: 0o701, uid: 0, gid: 1000, wish: 'enter', allowed: false },
  { mode: 0o077, uid: 1000, gid: 1000, wish: 'read', allowed: false },
] as const)('mode $mode of $uid:$gid lets user 1000 $wish: $allowed', ({ wish, allowed, ...file }) => {
  expect(allows(file, ann, wish)).toBe(allowed)
})

test('grants what the process holds and may pass on', () => {
  const status = (bounding: string) => `Name:\tnode\nCapPrm:\t000001ffffffffff\nCapBnd:\t${bounding}\n`
  expect(mayGrant(status('000001ffffffffff'))).toEqual(['dac_read_search', 'dac_override'])
  expect(mayGrant(status('00000000a80425fb'))).toEqual(['dac_override'])
  expect(mayGrant(status('0000000000000000'))).toEqual([])
})
