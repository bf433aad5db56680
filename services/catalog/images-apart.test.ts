import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { showImage, uploadImage } from '@souk/contracts/catalog'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Apart, openApart, testContext } from '../../kit/http/fixtures/open-apart.ts'
import { picture } from './fixtures/pictures.ts'
import { catalog } from './service.ts'

let folder: string
let apart: Apart
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-images-'))
  apart = await openApart(catalog({ images: { kind: 'folder', folder } }))
})
afterAll(async () => {
  await apart.close()
  await rm(folder, { recursive: true })
})

const upload = (way: 'direct' | 'http', file: Buffer) => {
  const sent = { contentType: 'image/png', stream: Readable.from([file]) }
  return apart[way](uploadImage, {}, testContext({ caller: staff, upload: sent }))
}

async function show(way: 'direct' | 'http', url: string) {
  const [, , image, file] = url.split('/')
  const reply = await apart[way](showImage, { image, file }, testContext())
  if (!reply.ok || 'rendered' in reply) return reply
  return { ...reply, body: reply.body instanceof Readable ? await buffer(reply.body) : reply.body }
}

it('takes and shows the same image in another process as in its own', async () => {
  const file = await picture('png', 700, 300)
  const made = await upload('http', file)
  expect(made).toMatchObject({ ok: true, status: 201, body: { width: 700, height: 300 } })
  expect(await upload('direct', file)).toMatchObject({ ok: true, body: (made as { body: unknown }).body })
  const { url } = (made as { body: { url: string } }).body
  expect(await show('http', url)).toEqual(await show('direct', url))
  expect(await show('http', url)).toMatchObject({ headers: { 'content-type': 'image/webp' } })
})

it('says why it refuses what is too large to whoever is still sending it', async () => {
  const file = Buffer.alloc(30_000_000)
  for (const way of ['direct', 'http'] as const)
    expect(await upload(way, file)).toMatchObject({ ok: false, refusal: { code: 'body_too_large' } })
})
