import type { CarriersOptions } from './carriers/start.ts'
import type { MailboxOptions } from './mailbox/start.ts'
import type { SandboxOptions } from './payments/start.ts'

/** Reads the simulators' options from the environment; throws on what is missing or not a number. */
export function settingsFrom(env: NodeJS.ProcessEnv): {
  sandbox: SandboxOptions
  carriers: CarriersOptions
  mailbox: MailboxOptions
} {
  const folder = env.SIMULATORS_DATA
  if (!folder) throw new Error('SIMULATORS_DATA must name a folder for the data')
  const number = (name: string, fallback: number) => {
    const value = Number(env[name] || fallback)
    if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number`)
    return value
  }
  return {
    sandbox: {
      folder,
      port: number('SANDBOX_PORT', 0),
      apiKey: env.SANDBOX_API_KEY,
      webhookUrl: env.SANDBOX_WEBHOOK_URL,
      webhookSecret: env.SANDBOX_WEBHOOK_SECRET,
      publicUrl: env.SANDBOX_PUBLIC_URL,
      times: { transfer: number('SANDBOX_TRANSFER_DELAY_MS', 2000) },
    },
    carriers: {
      folder,
      port: number('CARRIERS_PORT', 0),
      apiKey: env.CARRIERS_API_KEY,
      webhookSecret: env.CARRIERS_WEBHOOK_SECRET,
    },
    mailbox: {
      folder,
      smtpPort: number('MAILBOX_SMTP_PORT', 0),
      httpPort: number('MAILBOX_HTTP_PORT', 0),
    },
  }
}
