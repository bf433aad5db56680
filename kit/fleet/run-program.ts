import { isLateWrite } from '../database/late-write.ts'

/** A process from its first line to its exit code: 0 when `main` is over, 1 after a fault, which is told on standard error. */
export async function runProgram(main: () => Promise<void>): Promise<never> {
  process.on('uncaughtException', (fault) => isLateWrite(fault) || fail(fault))
  await main().catch(fail)
  process.exit(0)
}

function fail(fault: unknown): never {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exit(1)
}
