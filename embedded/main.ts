import { openOwnDatabases } from './databases.ts'
import { openOn } from './open.ts'
import { runProgram } from './program.ts'

/** `npm start`: the whole shop in this process. */
await runProgram({ openDatabases: openOwnDatabases, openOn })
