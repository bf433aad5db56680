import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { showImage, uploadImage } from '@souk/contracts/catalog'
import { guest } from '@souk/kit/testing'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openImages } from './fixtures/open-images.ts'
import { bomb, fromTelephone, picture } from './fixtures/pictures.ts'

let shop: Awaited<ReturnType<typeof openImages>>
beforeAll(async () => {
  shop = await openImages()
})
afterAll(() => shop.close())

async function bytesAt(url: string): Promise<Buffer> {
  const shown = await shop.shown(url)
  if (!shown) throw new Error(`${url} is not shown`)
  return shown.bytes
}

const colourAt = async (bytes: Buffer, left: number, top: number) => {
  const [r = 0, , b = 0] = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return r > b ? 'red' : 'blue'
}

describe('an image', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'is taken as %s and shown as ours',
    async (format) => {
      const { url, width, height } = await shop.uploaded(await picture(format, 400, 200))
      expect(url).toMatch(/^\/images\/[0-9a-f]{64}-400x200\/1280\.webp$/)
      expect([width, height]).toEqual([400, 200])
      const webp = await sharp(await bytesAt(url.replace('1280.webp', '320.webp'))).metadata()
      const avif = await sharp(await bytesAt(url.replace('1280.webp', '640.avif'))).metadata()
      expect([webp.format, webp.width, webp.height]).toEqual(['webp', 320, 160])
      expect([avif.format, avif.width, avif.height]).toEqual(['heif', 400, 200])
    },
  )

  it('is shown as wide as was asked for and never wider than it is', async () => {
    const { url, width, height } = await shop.uploaded(await picture('png', 1_500, 90))
    expect([width, height]).toEqual([1_280, 77])
    const widths = ['320', '640', '1280', '2048'].map(async (width) => {
      const bytes = await bytesAt(url.replace('1280.webp', `${width}.webp`))
      return (await sharp(bytes).metadata()).width
    })
    expect(await Promise.all(widths)).toEqual([320, 640, 1_280, 1_500])
  })

  it('stands upright and tells nothing of where it was taken', async () => {
    const file = await fromTelephone(60, 40)
    expect((await sharp(file).metadata()).exif?.includes('Telephone')).toBe(true)
    const { url, width, height } = await shop.uploaded(file)
    expect([width, height]).toEqual([40, 60])
    const bytes = await bytesAt(url)
    const { exif, icc, xmp, orientation } = await sharp(bytes).metadata()
    expect({ exif, icc, xmp, orientation }).toEqual({})
    // Turned to the right, what was on the left is on top.
    expect([await colourAt(bytes, 20, 5), await colourAt(bytes, 20, 55)]).toEqual(['red', 'blue'])
  })

  it('is the same one when it comes again, and is not made again', async () => {
    const file = await picture('png', 90, 30)
    const first = await shop.uploaded(file)
    await rm(join(shop.folder, (await shop.files()).find((name) => name.includes('90x30-320.webp')) ?? ''))
    const before = await shop.files()
    expect(await shop.upload(file, { alt: 'Tea' })).toMatchObject({ body: { ...first, alt: 'Tea' } })
    expect(await shop.files()).toEqual(before)
  })

  it('whose files were lost is made again by uploading it again', async () => {
    const file = await picture('png', 31, 30)
    const { url } = await shop.uploaded(file)
    for (const name of await shop.files()) if (name.includes('31x30')) await rm(join(shop.folder, name))
    expect(await shop.shown(url)).toBeUndefined()
    expect((await shop.uploaded(file)).url).toBe(url)
    expect((await bytesAt(url)).length).toBeGreaterThan(0)
  })

  it('may be kept for ever by whoever is shown it, on whatever page', async () => {
    const shown = await shop.shown((await shop.uploaded(await picture('png'))).url)
    expect(shown?.headers).toEqual({
      'content-type': 'image/webp',
      'content-length': String(shown?.bytes.length),
      etag: expect.stringMatching(/^"[0-9a-f]{64}-60x40-320\.webp"$/),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })

  it('that is followed by something else is kept without it', async () => {
    const script = '<script>alert(1)</script>'
    const { url } = await shop.uploaded(Buffer.concat([await picture('gif'), Buffer.from(script)]))
    expect((await bytesAt(url)).includes('script')).toBe(false)
  })
})

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
const PAGE = Buffer.from('GIF89a=1;/*<html><script>*/')

describe('refused is', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, RegExp]>([
    ['an SVG, whatever it is called', () => SVG, 'not_an_image', /an SVG/],
    ['nothing', () => Buffer.alloc(0), 'not_an_image', /nothing at all/],
    ['a JPEG cut off', async () => (await picture('jpeg')).subarray(0, -99), 'not_an_image', /to its end: /],
    ['the head of a PNG', async () => (await picture('png')).subarray(0, 20), 'not_an_image', /its head/],
    ['a GIF that is a web page', () => PAGE, 'not_an_image', /begins like a GIF, but/],
    ['a bomb', () => bomb(50_000, 50_000), 'image_too_large', /50000 × 50000 pixels/],
    ['11 MB', () => Buffer.concat([bomb(9, 9), Buffer.alloc(11_000_000)]), 'body_too_large', /10 MiB/],
  ])('%s', async (_what, file, code, says) => {
    const before = await shop.files()
    const detail = expect.stringMatching(says)
    expect(await shop.upload(await file())).toMatchObject({ ok: false, refusal: { code, detail } })
    expect(await shop.files()).toEqual(before)
  })

  it('an address that leads elsewhere, or to nothing', async () => {
    const { url } = await shop.uploaded(await picture('png'))
    const [, , image = '', file = ''] = url.split('/')
    for (const asked of [
      { image: '..', file: 'secrets.json' },
      { image: `../${image}`, file },
      { image: image.replace(/^./, (first) => (first === '0' ? '1' : '0')), file },
      { image: image.replace('60x40', '61x40'), file },
      { image, file: '1281.webp' },
    ])
      expect(await shop.stage.ask(showImage, asked, { as: guest })).toMatchObject({
        refusal: { code: 'not_found' },
      })
  })

  it('somebody who may not write products', async () => {
    const as = { kind: 'staff', id: 'staff_1', scopes: ['products:read'] } as const
    expect(await shop.stage.ask(uploadImage, {}, { as })).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})
