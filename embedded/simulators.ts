import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Secrets } from './secrets.ts'

export interface Simulators {
  readonly sandboxUrl: string
  readonly mailboxUrl: string
  readonly smtpPort: number
  /** Tells the provider where to send webhooks, and under which address shoppers see its pages. */
  meet(addresses: { webhookUrl: string; publicUrl: string }): void
  stop(): Promise<void>
}

const STOPPED_WITHIN_MS = 5_000
const PROGRAM = fileURLToPath(new URL('../simulators/main.ts', import.meta.url))

interface Ready {
  ready: true
  sandbox: { port: number }
  mailbox: { smtpPort: number; httpPort: number }
}

/** Starts the outside world of development in a process of its own; it ends with ours. */
export async function startSimulators(folder: string, secrets: Secrets): Promise<Simulators> {
  const child = fork(PROGRAM, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Keeps the process small: a development tool need not hold 16 MB of young objects.
    execArgv: ['--max-semi-space-size=1'],
    env: {
      ...process.env,
      SIMULATORS_DATA: folder,
      SANDBOX_API_KEY: secrets.sandboxKey,
      SANDBOX_WEBHOOK_SECRET: secrets.webhookSecret,
    },
  })
  const { sandbox, mailbox } = await readiness(child)
  return {
    sandboxUrl: `http://127.0.0.1:${sandbox.port}`,
    mailboxUrl: `http://127.0.0.1:${mailbox.httpPort}`,
    smtpPort: mailbox.smtpPort,
    meet: (addresses) => void child.send(addresses),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
      await ended
      clearTimeout(impatience)
    },
  }
}

async function readiness(child: ChildProcess): Promise<Ready> {
  const first = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => ({ code }))])
  if (Array.isArray(first) && (first[0] as Partial<Ready>).ready) return first[0] as Ready
  throw new Error('the simulators (sandbox payments, mailbox) did not start; their reason stands above')
}
