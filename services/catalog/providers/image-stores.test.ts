import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KEYS, openBucket } from './fixtures/bucket.ts'
import { folderImages } from './folder-images.ts'
import { imagePlaceFrom } from './image-place.ts'
import { imageStoreSuite } from './image-store.suite.ts'
import { s3Images } from './s3-images.ts'

imageStoreSuite('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'souk-folder-'))
  const close = async () => {
    // Nothing half written is left behind.
    expect(await readdir(join(folder, 'images'))).toEqual([])
    await rm(folder, { recursive: true })
  }
  return { store: folderImages(join(folder, 'images')), close }
})

imageStoreSuite('a bucket', async () => {
  const { url, close } = await openBucket()
  return { store: s3Images({ url, ...KEYS }), close }
})

describe('a bucket', () => {
  let bucket: Awaited<ReturnType<typeof openBucket>>
  beforeAll(async () => {
    bucket = await openBucket()
  })
  afterAll(() => bucket.close())
  const TEA = Buffer.from('tea')

  it('is told what kind of image it keeps', async () => {
    await s3Images({ url: bucket.url, ...KEYS }).put('tea.webp', TEA, 'image/webp')
    expect(bucket.objects.get('/pictures/tea.webp')).toEqual({ bytes: TEA, type: 'image/webp' })
  })

  it('that cannot just now is asked again', async () => {
    bucket.fail(2)
    expect(await s3Images({ url: bucket.url, ...KEYS }).get('tea.webp')).toEqual(TEA)
  })

  it.each([
    ['that cannot at all', () => bucket.fail(9), {}, 'answered GET with 503'],
    ['with another secret', () => bucket.fail(0), { secretAccessKey: 'guessed' }, 'answered GET with 403'],
  ])('%s is a fault, and not an image that is missing', async (_what, before, keys, says) => {
    before()
    await expect(s3Images({ url: bucket.url, ...KEYS, ...keys }).get('tea.webp')).rejects.toThrow(says)
    bucket.fail(0)
  })

  it('that is not there takes nothing', async () => {
    const store = s3Images({ url: bucket.url.replace('pictures', 'elsewhere'), ...KEYS })
    await expect(store.put('tea.webp', TEA, 'image/webp')).rejects.toThrow('no such bucket')
  })
})

describe('where images are kept', () => {
  it('is a folder', () => {
    expect(imagePlaceFrom('/srv/images')).toEqual({ kind: 'folder', folder: '/srv/images' })
  })

  it.each([
    [
      's3://souk:s3cr%2Ft@s3.example/pictures?region=eu-central-1',
      'https://s3.example/pictures',
      'eu-central-1',
    ],
    ['s3+http://souk:s3cr%2Ft@127.0.0.1:9000/pictures/', 'http://127.0.0.1:9000/pictures', 'us-east-1'],
  ])('or a bucket: %s', (given, url, region) => {
    expect(imagePlaceFrom(given)).toEqual({ kind: 's3', bucket: { ...KEYS, url, region } })
  })

  it.each(['s3://s3.example/pictures', 's3://souk:s3cret@s3.example/', 's3://souk:s3cret@s3.example/a/b'])(
    'and not %s, which is refused without its secret',
    (given) => {
      expect(() => imagePlaceFrom(given)).toThrow(/^must be a folder, or look like s3:(?!.*s3cret)/)
    },
  )
})
