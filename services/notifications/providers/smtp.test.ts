import { once } from 'node:events'
import { createServer } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { smtpMailer } from './smtp.ts'

const mail = {
  id: 'msg_01h455vb4pex5vsknk084sn001',
  from: 'Souk <shop@souk.example>',
  to: 'ada@example.com',
  subject: 'Bestellung № 7',
  text: 'Grüße',
  html: '<p>Grüße</p>',
}

/** A server that takes mails, unless told otherwise, and a mailer that knows it. */
async function start(options: SMTPServerOptions = {}) {
  const sources: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData(stream, _session, answer) {
      let source = ''
      stream.on('data', (part: Buffer) => {
        source += part.toString('utf8')
      })
      stream.on('end', () => {
        sources.push(source)
        answer()
      })
    },
    ...options,
  })
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  server.on('error', () => {})
  const mailer = smtpMailer({ host: '127.0.0.1', port: portOf(listener.address()), withinMs: 500 })
  onTestFinished(async () => {
    mailer.close()
    await new Promise<void>((resolve) => server.close(resolve))
  })
  return { mailer, sources }
}

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): number => {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const saying = (responseCode: number) => Object.assign(new Error('said no'), { responseCode })

test('the same mail sent twice carries one Message-ID, so that the copy can be recognised', async () => {
  const { mailer, sources } = await start()
  expect(await mailer.send(mail)).toEqual({ isAccepted: true })
  expect(await mailer.send(mail)).toEqual({ isAccepted: true })
  const read = await Promise.all(sources.map((source) => simpleParser(source)))
  expect(read.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${mail.id}@souk.example>`))
  expect(read[0]).toMatchObject({ subject: mail.subject, text: 'Grüße', html: mail.html })
  expect(read[0]?.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a reader the server does not know is refused for good', async () => {
  const { mailer } = await start({ onRcptTo: (_address, _session, answer) => answer(saying(550)) })
  expect(await mailer.send(mail)).toMatchObject({ isAccepted: false, reason: expect.stringContaining('550') })
})

test('a mail the server will not have is refused for good', async () => {
  const { mailer } = await start({
    onData(stream, _session, answer) {
      stream.resume().on('end', () => answer(saying(554)))
    },
  })
  expect(await mailer.send(mail)).toMatchObject({ isAccepted: false })
})

test.each([
  ['the server says later', { onRcptTo: (_a, _s, answer) => answer(saying(450)) }],
  ['the server will not have us as a sender', { onMailFrom: (_a, _s, answer) => answer(saying(550)) }],
  ['the server takes too long', { onData: (stream) => void stream.resume() }],
] satisfies [string, SMTPServerOptions][])('another try is worth it when %s', async (_when, options) => {
  const { mailer } = await start(options)
  await expect(mailer.send(mail)).rejects.toThrow()
})

test('another try is worth it when nobody listens', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const port = portOf(closed.address())
  closed.close()
  const mailer = smtpMailer({ host: '127.0.0.1', port })
  await expect(mailer.send(mail)).rejects.toThrow('ECONNREFUSED')
  mailer.close()
})

test('a server that went away and came back is spoken to again', async () => {
  const gone = { now: true }
  const { mailer } = await start({ onConnect: (_session, answer) => answer(gone.now ? saying(421) : null) })
  await expect(mailer.send(mail)).rejects.toThrow()
  gone.now = false
  expect(await mailer.send(mail)).toEqual({ isAccepted: true })
})
