import { runProgram } from '../embedded/program.ts'
import { openFleet } from './open-fleet.ts'

/** `npm run fleet`: the same shop, every service in a process of its own. */
await runProgram(openFleet, { heedsHangup: false })
