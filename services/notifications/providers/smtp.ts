import { createTransport } from 'nodemailer'
import type { Handover, Mail, Mailer } from './mailer.ts'

export interface SmtpAddress {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (port 465). Otherwise STARTTLS is used where the server offers it. */
  readonly isSecure?: boolean
  readonly user?: string
  readonly password?: string
  /** How long one mail may take in all. Milliseconds. */
  readonly withinMs?: number
}

/** Mails this many at once, over connections that are kept for the next. */
const SMTP_CONNECTIONS = 8

/**
 * Hands mails to an SMTP server (RFC 5321). `Message-ID` is made of the mail's id: should a process die
 * after the server took a mail and before that was noted, the mail goes out a second time under the same
 * Message-ID, by which servers and readers recognise the copy.
 */
export function smtpMailer({
  host,
  port,
  isSecure = false,
  user,
  password,
  withinMs = 30_000,
}: SmtpAddress): Mailer {
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure: isSecure,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    maxConnections: SMTP_CONNECTIONS,
    // Trying again is decided by whoever keeps the mails.
    maxRequeues: 0,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    dnsTimeout: 5_000,
    idleTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // An idle connection that breaks is replaced by the next mail.
  transport.on('error', () => {})
  return {
    async send(mail) {
      try {
        await transport.sendMail({ ...envelope(mail), signal: AbortSignal.timeout(withinMs) })
        return { isAccepted: true }
      } catch (fault) {
        const refused = refusalOf(fault)
        if (refused) return refused
        throw fault
      }
    },
    close: () => transport.close(),
  }
}

const envelope = ({ id, from, to, subject, text, html }: Mail) => ({
  messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>`,
  from,
  to: { name: '', address: to },
  subject,
  text,
  html,
  // RFC 3834: nobody's out-of-office answers it.
  headers: { 'Auto-Submitted': 'auto-generated' },
})

/** A 5xx about this reader or this mail is final; one about us (signing in, the sender) is not their fault. */
function refusalOf(fault: unknown): Handover | undefined {
  const { code, responseCode, command, message } = fault as Record<string, unknown>
  const isAboutMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO')
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  return isAboutMail && isFinal ? { isAccepted: false, reason: String(message) } : undefined
}
