import type { Sabotage } from './sabotage.ts'

const SHARED = 'kit/service/shared-transactions.ts'
const SHARED_TESTS = ['kit/service/shared-transactions.test.ts']

export const connectionSabotages: Sabotage[] = [
  {
    title: 'work of one name is done side by side in one transaction',
    edits: [{ file: SHARED, find: 'keysMeet: false', put: 'keysMeet: true' }],
    caughtBy: SHARED_TESTS,
  },
  {
    title: 'a lot whose commit nobody knows the outcome of is done again',
    edits: [
      {
        file: SHARED,
        find: 'return isCommitting && !isFromServer(fault)',
        put: 'return isCommitting && fault === APART',
      },
    ],
    caughtBy: SHARED_TESTS,
  },
  {
    title: 'a pool goes on after one of its connections was cut',
    edits: [
      {
        file: 'kit/database/connect.ts',
        find: '      if (!isGiven) options.lost()\n',
        put: '',
      },
    ],
    caughtBy: ['kit/database/connect.test.ts'],
  },
]
