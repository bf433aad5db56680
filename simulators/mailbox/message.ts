import type { MailStore, Parsed, Stored } from './store.ts'

/** A mail as the mailbox shows it. `to` is whom it was delivered to, blind copies included. */
export type Message = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly sentAt: string
  readonly text: string
  readonly html: string | null
}

/**
 * Mails are parsed when somebody first looks at them and not when they arrive: parsing costs more than receiving,
 * and of thousands sent under load few are ever opened.
 */
export async function parsedBy(store: MailStore, mail: Stored): Promise<Parsed> {
  if (mail.parsed) return mail.parsed
  const parsed = await parse(mail).catch(() => unreadable(mail))
  store.saveParsed(mail.id, parsed)
  return parsed
}

/** The newest mails to an address, or to everybody when `to` is empty. */
export async function messagesIn(store: MailStore, { to, limit }: { to: string; limit: number }) {
  const messages: Message[] = []
  for (const mail of store.list(to, limit)) messages.push(messageOf(mail, await parsedBy(store, mail)))
  return messages
}

export function messageOf(mail: Stored, parsed: Parsed): Message {
  return {
    id: String(mail.id),
    from: parsed.from,
    to: mail.recipients.join(', '),
    subject: parsed.subject,
    sentAt: new Date(parsed.sentAt).toISOString(),
    text: parsed.text,
    html: parsed.html,
  }
}

async function parse({ raw, sender, receivedAt }: Stored): Promise<Parsed> {
  // Loaded on first use: the parser and its tables are 14 MB that an unread mailbox does not need.
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, { skipTextToHtml: true })
  return {
    sentAt: mail.date?.getTime() ?? receivedAt,
    from: mail.from?.text || sender,
    subject: mail.subject || '(no subject)',
    text: mail.text ?? '',
    html: mail.html || null,
    headers: mail.headerLines.map(({ line }) => line).join('\n'),
  }
}

/** A source that no parser understands is still shown, as it came. */
function unreadable({ raw, sender, receivedAt }: Stored): Parsed {
  const source = raw.toString('latin1')
  return { sentAt: receivedAt, from: sender, subject: '(unreadable)', text: source, html: null, headers: '' }
}
