import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Account, handOver, handOverTree } from './postgres/account.ts'
import { saysDiskFull } from './postgres/start-refusal.ts'
import type { Secrets } from './secrets.ts'
import { diskFull, Fault } from './sentence.ts'

export interface Simulators {
  readonly sandboxUrl: string
  readonly carriersUrl: string
  readonly mailboxUrl: string
  readonly smtpPort: number
  /** Tells provider and carriers where to send webhooks, and under which address people see their pages. */
  meet(shop: { url: string; local: string }): void
  stop(): Promise<void>
}

const STOPPED_WITHIN_MS = 5_000
const PROGRAM = fileURLToPath(new URL('../simulators/main.ts', import.meta.url))

interface Ready {
  ready: true
  sandbox: { port: number }
  carriers: { port: number }
  mailbox: { smtpPort: number; httpPort: number }
}

/** Starts the outside world of development in a process of its own; it ends with ours. */
export async function startSimulators(
  folder: string,
  { owner, secrets }: { owner: Account; secrets: Secrets },
): Promise<Simulators> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await handOver(folder, owner)
  const child = launch(folder, secrets)
  const { sandbox, carriers, mailbox } = await readiness(child)
  // SQLite, as root, gives what it makes later to whoever owns the file beside it.
  await handOverTree(folder, owner)
  return {
    sandboxUrl: `http://127.0.0.1:${sandbox.port}`,
    carriersUrl: `http://127.0.0.1:${carriers.port}`,
    mailboxUrl: `http://127.0.0.1:${mailbox.httpPort}`,
    smtpPort: mailbox.smtpPort,
    meet: ({ url, local }) =>
      void child.send({
        webhookUrl: `${local}/webhooks/sandbox`,
        publicUrl: `${url}/sandbox`,
        carriers: { webhookUrl: `${local}/webhooks/carriers/swift`, publicUrl: `${url}/carriers` },
      }),
    async stop() {
      if (hasEnded(child)) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
      await ended
      clearTimeout(impatience)
    },
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function launch(folder: string, secrets: Secrets): ChildProcess {
  return fork(PROGRAM, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C in a terminal would end it under the shop's last requests.
    detached: process.platform !== 'win32',
    // Keeps the process small: a development tool need not hold 16 MB of young objects.
    execArgv: ['--max-semi-space-size=1'],
    env: {
      ...process.env,
      SIMULATORS_DATA: folder,
      SANDBOX_API_KEY: secrets.sandboxKey,
      SANDBOX_WEBHOOK_SECRET: secrets.webhookSecret,
      CARRIERS_API_KEY: secrets.carriersKey,
      CARRIERS_WEBHOOK_SECRET: secrets.carriersWebhookSecret,
    },
  })
}

/** What it says before it is ready is kept back: if it fails, one sentence is made of it. */
async function readiness(child: ChildProcess): Promise<Ready> {
  let said = ''
  const listen = (text: Buffer) => {
    said += text
  }
  child.stderr?.on('data', listen)
  const ended = once(child, 'close').then(() => undefined)
  const ready = await Promise.race([once(child, 'message').then(([message]) => message as Ready), ended])
  child.stderr?.off('data', listen)
  if (!ready) throw refusal(said)
  process.stderr.write(said)
  child.stderr?.pipe(process.stderr, { end: false })
  return ready
}

function refusal(said: string): Fault {
  if (saysDiskFull(said) || said.includes('disk is full')) return diskFull()
  const reason = /^\w*Error.*?: (?<reason>.+)$/m.exec(said)?.groups?.reason ?? 'no reason given'
  return new Fault(`The simulators (sandbox payments, carriers, mailbox) did not start: ${reason}.`)
}
