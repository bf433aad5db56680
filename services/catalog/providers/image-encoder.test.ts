import { expect, it } from 'vitest'
import { renditionsOf } from '../domain/uploaded-image.ts'
import { picture } from '../fixtures/pictures.ts'
import { imageEncoder } from './image-encoder.ts'

const renditions = renditionsOf({ hash: 'ab'.repeat(32), width: 30, height: 20 })

it('works on one image, lets eight wait for their turn, and turns the others away at once', async () => {
  const file = await picture('png', 30, 20)
  const { encode } = imageEncoder()
  const all = await Promise.all(Array.from({ length: 12 }, () => encode(file, renditions)))
  expect(all.map(({ is }) => is)).toEqual([...Array(9).fill('encoded'), ...Array(3).fill('busy')])
  expect(await encode(file, renditions)).toMatchObject({ is: 'encoded' })
})

it('gives up what takes too long, and gives its place to the next', async () => {
  const file = await picture('png', 30, 20)
  const { encode } = imageEncoder({ withinMs: 0 })
  for (let turn = 0; turn < 3; turn++) expect(await encode(file, renditions)).toEqual({ is: 'late' })
})

it('reads no format but those it takes, even where the library can', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const { measure, encode } = imageEncoder()
  expect(await measure(svg)).toBeUndefined()
  expect(await encode(svg, renditions)).toMatchObject({
    is: 'damaged',
    says: expect.stringContaining('unsupported'),
  })
})
