import { runProgram } from '../embedded/program.ts'
import { openFleet } from './open-fleet.ts'
import { openDatabases } from './outside-databases.ts'

/** `npm run fleet`: the same shop, every service in a process of its own. */
await runProgram({ openDatabases, openOn: openFleet, hearing: { heedsHangup: false } })
