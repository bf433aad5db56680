import { once } from 'node:events'
import { join } from 'node:path'
import { smtpServer } from './smtp.ts'
import { openMailStore } from './store.ts'
import { mailboxServer } from './web.ts'

export type MailboxOptions = {
  /** The folder of `mailbox.db`. */
  readonly folder: string
  /** 0 or nothing: any free one. Always on loopback. */
  readonly smtpPort?: number
  readonly httpPort?: number
}

export type Mailbox = {
  readonly smtpPort: number
  readonly httpPort: number
  readonly url: string
  close(): Promise<void>
}

/** Starts a mailbox on loopback: mail goes in by SMTP and is seen over HTTP. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const store = openMailStore(join(options.folder, 'mailbox.db'))
  const smtp = smtpServer(store.add)
  const web = mailboxServer(store)
  const listener = smtp.listen(options.smtpPort ?? 0, '127.0.0.1')
  await once(listener, 'listening')
  smtp.on('error', (fault) => console.error(fault))
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('the SMTP server has no port')
  const url = await web.listen({ host: '127.0.0.1', port: options.httpPort ?? 0 })
  return {
    url,
    smtpPort: address.port,
    httpPort: Number(new URL(url).port),
    close: async () => {
      await Promise.all([web.close(), new Promise<void>((resolve) => smtp.close(resolve))])
      store.close()
    },
  }
}
