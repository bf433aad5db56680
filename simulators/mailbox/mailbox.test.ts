import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import { startMailbox } from './start.ts'

async function scratchFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A running mailbox, somebody who sends to it, and somebody who reads it. */
async function mailbox(folder?: string) {
  const box = await startMailbox({ folder: folder ?? (await scratchFolder()) })
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: box.smtpPort, pool: true })
  let open = true
  const close = async () => {
    transport.close()
    if (open) await box.close()
    open = false
  }
  onTestFinished(close)
  const send = (mail: SendMailOptions) => transport.sendMail({ from: 'Souk <shop@souk.example>', ...mail })
  const get = (path: string) => fetch(box.url + path)
  const list = async (query = '') => JSON.parse(await (await get(`/api/messages${query}`)).text()).items
  return { send, get, list, url: box.url, close }
}

test('a mail that was sent can be read, parts, umlauts and all', async () => {
  const { send, list } = await mailbox()
  await send({
    to: 'Ada <Ada@Example.com>',
    subject: 'Bestellung № 7 – schön',
    text: 'Grüße',
    html: '<b>Grüße</b>',
  })
  expect(await list()).toEqual([
    {
      id: '1',
      from: '"Souk" <shop@souk.example>',
      to: 'ada@example.com',
      subject: 'Bestellung № 7 – schön',
      sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      text: 'Grüße',
      html: '<b>Grüße</b>',
    },
  ])
})

test('newest first, by recipient in any case, blind copies too, limited', async () => {
  const { send, list } = await mailbox()
  await send({ to: 'ada@example.com', subject: 'first', text: '1' })
  await send({ to: 'bob@example.com', bcc: 'ada@example.com', subject: 'second', text: '2' })
  await send({ to: 'bob@example.com', subject: 'third', text: '3' })
  const subjects = async (query: string) =>
    (await list(query)).map(({ subject }: { subject: string }) => subject)
  expect(await subjects('')).toEqual(['third', 'second', 'first'])
  expect(await subjects('?to=ADA@example.com')).toEqual(['second', 'first'])
  expect(await subjects('?limit=1')).toEqual(['third'])
  expect(await subjects('?to=example.com')).toEqual([])
})

test('keeps the newest 500', async () => {
  const { send, list, get } = await mailbox()
  await Promise.all(Array.from({ length: 505 }, (_, n) => send({ to: `c${n}@example.com`, text: 'x' })))
  expect(await list('?limit=500')).toHaveLength(500)
  expect((await get('/messages/6')).status).toBe(200)
  expect((await get('/messages/5')).status).toBe(404)
})

test('emptied on request', async () => {
  const { send, list, url } = await mailbox()
  await send({ to: 'ada@example.com', text: 'x' })
  expect((await fetch(`${url}/api/messages`, { method: 'DELETE' })).status).toBe(204)
  expect(await list()).toEqual([])
})

test('a restart keeps the mails', async () => {
  const folder = await scratchFolder()
  const before = await mailbox(folder)
  await before.send({ to: 'ada@example.com', subject: 'kept', text: 'x' })
  await before.close()
  expect(await (await mailbox(folder)).list()).toMatchObject([{ subject: 'kept' }])
})

test('pages escape what mails bring along and lock their HTML into a frame', async () => {
  const { send, get } = await mailbox()
  const attack = '"><script>alert(1)</script>'
  await send({ to: 'ada@example.com', subject: attack, text: attack, html: `<p>hi</p>${attack}` })
  const [listed, shown] = await Promise.all([get('/'), get('/messages/1')])
  for (const response of [listed, shown]) {
    expect(await response.clone().text()).not.toContain('<script')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*base-uri/)
  }
  const page = await shown.text()
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
  expect(page).toContain('srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;p&gt;hi')
})

test('links are relative, those in the text can be followed', async () => {
  const { send, get } = await mailbox()
  await send({
    to: 'ada@example.com',
    subject: 'Verify',
    text: 'Go to http://localhost:8080/verify?a=1&b=2 now',
  })
  expect(await (await get('/')).text()).toContain('href="messages/1"')
  const page = await (await get('/messages/1')).text()
  expect(page).toContain('href="../"')
  expect(page).toContain('href="http://localhost:8080/verify?a=1&amp;b=2"')
  expect(`${await (await get('/')).text()}${page}`).not.toMatch(/(href|action|src)="\//)
})

test('a mail that is not there has a page that says so', async () => {
  const { get } = await mailbox()
  for (const id of ['7', 'x']) expect((await get(`/messages/${id}`)).status).toBe(404)
})

test('bytes that are hardly a mail are kept and shown', async () => {
  const { send, list } = await mailbox()
  const raw = Buffer.from([0xff, 0xfe, 0, 13, 10, 0x3c])
  await send({ raw, envelope: { from: 'x@example.com', to: 'ada@example.com' } })
  expect(await list()).toMatchObject([{ to: 'ada@example.com' }])
})
