import type { Product, StaffProduct, UploadedImage } from '@souk/contracts/catalog'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { openEmbeddedShop, type Shop } from './shop.ts'
import { ok } from './shopping.ts'

let shop: Shop
let admin: Client
let photo: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  shop = await openEmbeddedShop()
  admin = await shop.admin()
  const plain = { width: 1_600, height: 1_200, channels: 3, background: 'teal' } as const
  photo = new Uint8Array(await sharp({ create: plain }).jpeg().toBuffer())
})
afterAll(() => shop.close())

const upload = (body: string | FormData | Uint8Array<ArrayBuffer>, type?: string) =>
  admin.send<UploadedImage>('POST', '/admin/v1/images?alt=Teal', {
    body,
    ...(type && { headers: { 'content-type': type } }),
  })

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(shop.url + path, { method, headers })

it('takes a photo from staff, puts it on a product, and shows it to shoppers in the size they need', async () => {
  const image = ok(await upload(photo, 'image/jpeg'), 201)
  expect(image).toMatchObject({ width: 1_280, height: 960, alt: 'Teal' })

  const variants = [{ sku: 'TEAL', prices: [{ amount: 900, currency: 'EUR' }] }]
  const draft = { title: 'Teal', status: 'published', variants }
  const { id } = ok(await admin.post<StaffProduct>('/admin/v1/products', draft), 201)
  const { url, alt } = image
  ok(await admin.post(`/admin/v1/products/${id}/images`, { url, alt }), 201)
  const seen = ok(await shop.guest().get<Product>(`/store/v1/products/${id}`), 200)
  expect(seen.images).toEqual([image])

  const shown = await get(url)
  expect(shown.status).toBe(200)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  })
  const bytes = Buffer.from(await shown.arrayBuffer())
  expect((await sharp(bytes).metadata()).width).toBe(1_280)
  const small = await get(url.replace('1280.webp', '320.avif'))
  expect(small.headers.get('content-type')).toBe('image/avif')
  expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(320)

  const etag = shown.headers.get('etag') ?? ''
  const unchanged = await get(url, { 'if-none-match': etag })
  expect([unchanged.status, unchanged.headers.get('etag'), await unchanged.text()]).toEqual([304, etag, ''])
  expect((await get(url, { 'if-none-match': '"another"' })).status).toBe(200)
  const head = await get(url, {}, 'HEAD')
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
})

it('takes it from a form as well, and without a type: it is the same image', async () => {
  const raw = ok(await upload(photo, 'application/octet-stream'), 201)
  const form = new FormData()
  form.set('file', new File([photo], 'photo.svg', { type: 'image/svg+xml' }))
  expect(ok(await upload(form), 201)).toEqual(raw)
})

describe('says what is wrong', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  it.each([
    ['an SVG that says it is a PNG', SVG, 'image/png', 422, 'not_an_image'],
    ['11 MB', new Uint8Array(11_000_000), 'image/jpeg', 413, 'body_too_large'],
    ['a type nobody takes', '{}', 'text/html', 415, 'unsupported_media_type'],
  ])('with %s', async (_what, body, type, status, code) => {
    const refused = await upload(body, type)
    expect([refused.status, refused.body.code]).toEqual([status, code])
  })

  it('with whoever is not on the staff', async () => {
    expect((await get('/admin/v1/images', {}, 'POST')).status).toBe(401)
  })

  it.each([
    `/images/${'0'.repeat(64)}-9x9/320.webp`,
    '/images/..%2f..%2fsecrets.json/320.webp',
    '/images/%2e%2e%2f/..%2fsecrets.json',
    '/images/x/1280.webp',
  ])('with %s', async (path) => {
    const answered = await get(path)
    expect([answered.status, answered.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })
})
