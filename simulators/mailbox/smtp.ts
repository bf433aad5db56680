import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Received } from './store.ts'

const largest = 10 * 1024 * 1024

/** An SMTP server that takes every mail, from anybody to anybody, without passwords or TLS. Not yet listening. */
export function smtpServer(receive: (mail: Received) => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    closeTimeout: 1000,
    logger: false,
    onData(stream, { envelope }, answer) {
      const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
      const recipients = envelope.rcptTo.map(({ address }) => address.toLowerCase())
      buffer(stream)
        .then((raw) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('message too large'), { responseCode: 552 })
          receive({ receivedAt: Date.now(), sender, recipients, raw })
        })
        .then(() => answer(), answer)
    },
  })
}
