import { describe, expect, it } from 'vitest'
import { filesOf, namedIn, nameOf, renditionAt, renditionsOf, sizeAt, urlOf } from './uploaded-image.ts'

const HASH = 'ab'.repeat(32)
const image = (width: number, height: number) => ({ hash: HASH, width, height })
const sizesOf = (width: number, height: number) =>
  renditionsOf(image(width, height)).flatMap(({ format, width, height }) =>
    format === 'webp' ? `${width}x${height}` : [],
  )

describe('an uploaded image is kept', () => {
  it.each([
    ['in four widths', 4_000, 3_000, '320x240 640x480 1280x960 2048x1536'],
    ['never enlarged', 500, 100, '320x64 500x100'],
    ['once, where it is just as wide', 640, 480, '320x240 640x480'],
    ['as one pixel', 1, 1, '1x1'],
    ['narrower where it is very tall', 500, 5_000, '64x640 128x1280 256x2560 410x4096'],
    ['with some height where it is very wide', 9_000, 2, '320x1 640x1 1280x1 2048x1'],
  ])('%s', (_how, width, height, sizes) => {
    expect(sizesOf(width, height).join(' ')).toBe(sizes)
  })

  it('as WebP and AVIF each', () => {
    const name = nameOf(image(500, 100))
    expect(filesOf(name)).toEqual(
      ['320.webp', '320.avif', '640.webp', '640.avif'].map((file) => `${name}-${file}`),
    )
  })
})

describe('an address', () => {
  const name = nameOf(image(500, 100))
  it.each([
    ['320.webp', `${name}-320.webp`],
    ['640.avif', `${name}-640.avif`],
    ['2048.webp', `${name}-640.webp`],
  ])('%s shows the widest there is up to that', (file, key) => {
    expect(renditionAt(name, file)?.key).toBe(key)
  })

  it.each([
    [name, '321.webp'],
    [name, '1280.png'],
    [name, '../320.webp'],
    [name, '320.webp/..'],
    [`../${name}`, '320.webp'],
    [`${name}\n`, '320.webp'],
    [name.toUpperCase(), '320.webp'],
    [`${HASH}-0x100`, '320.webp'],
    [HASH, '320.webp'],
    ['..', '..'],
  ])('%j, %j is none of ours', (given, file) => {
    expect(renditionAt(given, file)).toBeUndefined()
  })

  it('tells how large its image is, wherever the shop is reached', () => {
    const url = urlOf(image(4_000, 3_000))
    expect(sizeAt(url)).toEqual({ width: 1_280, height: 960 })
    expect(sizeAt(`https://shop.example${url}`)).toEqual({ width: 1_280, height: 960 })
    expect(sizeAt('https://cdn.example/tea.jpg')).toBeUndefined()
  })

  it('is found in whatever names it, once', () => {
    const [url, other] = [urlOf(image(4_000, 3_000)), urlOf(image(10, 10))]
    const told = JSON.stringify({
      description: `<img src="https://shop.example${url}">`,
      images: [{ url: other }, { url }],
    })
    expect(namedIn(told)).toEqual([nameOf(image(4_000, 3_000)), nameOf(image(10, 10))])
  })
})
