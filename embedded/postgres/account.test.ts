import { expect, test } from 'vitest'
import { chooseAccount } from './account.ts'

const root = { uid: 0, gid: 0 }
const ann = { uid: 1000, gid: 1000 }
const bob = { uid: 1001, gid: 1001 }

test.for([
  { who: 'a person runs it as themselves', euid: 1000, holder: root, present: undefined, runs: undefined },
  { who: "root in a person's folder runs it as that person", euid: 0, holder: ann, present: root, runs: ann },
  {
    who: "a data folder that is somebody's already stays theirs",
    euid: 0,
    holder: root,
    present: bob,
    runs: bob,
  },
  {
    who: 'root in a folder of its own runs it as nobody',
    euid: 0,
    holder: root,
    present: root,
    runs: { uid: 65534, gid: 65534 },
  },
])('$who', ({ euid, holder, present, runs }) => {
  expect(chooseAccount({ platform: 'linux', euid, holder, present })).toEqual(runs)
})
