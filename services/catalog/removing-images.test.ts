import {
  addImage,
  createCollection,
  createProduct,
  editCollection,
  editProduct,
  removeImage,
} from '@souk/contracts/catalog'
import type { Call, Sent } from '@souk/kit/contract'
import { connect } from '@souk/kit/database'
import { days, minutes } from '@souk/kit/runtime'
import { staff } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openImages } from './fixtures/open-images.ts'
import { picture } from './fixtures/pictures.ts'

let shop: Awaited<ReturnType<typeof openImages>>
beforeAll(async () => {
  shop = await openImages({ replicas: 2 })
})
afterAll(() => shop.close())

let width = 10
/** Each time another one, of so many pixels that it has two files. */
const uploaded = async () => shop.uploaded(await picture('png', ++width, 10))

async function order<C extends Call>(contract: C, input: Sent<C>) {
  const result = await shop.stage.ask(contract, input, { as: staff })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.body as { id: string }
}

/** Lets time pass and those whose work it is look. */
async function pass(ms: number) {
  shop.stage.clock.forward(ms)
  await shop.stage.settle()
}

const isThere = async (url: string) => (await shop.shown(url)) !== undefined

it('removes after a day what nothing shows, with every file', async () => {
  const { url } = await uploaded()
  await pass(days(1) - minutes(1))
  expect(await isThere(url)).toBe(true)
  await pass(minutes(2))
  expect(await isThere(url)).toBe(false)
  expect((await shop.files()).filter((file) => file.startsWith(url.split('/')[2] as string))).toEqual([])
})

it('keeps what a product or a collection shows, in whatever place, also when it shows it no more', async () => {
  const images = [await uploaded(), await uploaded(), await uploaded(), await uploaded()]
  const [first, inText, ofVariant, ofCollection] = images.map(({ url }) => url) as [
    string,
    string,
    string,
    string,
  ]
  const { id } = await order(createProduct, {
    title: 'Tea',
    description: `<p><img src="https://shop.example${inText}"></p>`,
    variants: [],
  })
  await order(addImage, { id, url: first })
  const variants = [{ sku: 'TEA', imageUrl: ofVariant }]
  await order(createProduct, { title: 'Green tea', variants })
  const collection = await order(createCollection, {
    title: 'Teas',
    image: { url: ofCollection, alt: '' },
    members: { kind: 'manual', productIds: [] },
  })
  await order(removeImage, { id, url: first })
  await order(editCollection, { id: collection.id, image: null })
  await order(editProduct, { id, description: '' })
  await pass(days(2))
  for (const { url } of images) expect(await isThere(url), url).toBe(true)
})

it('keeps what a product had named before it was uploaded', async () => {
  const { url } = await uploaded()
  await pass(days(2))
  await order(createProduct, { title: 'Early', images: [{ url }], variants: [] })
  expect((await shop.uploaded(await picture('png', width, 10))).url).toBe(url)
  await pass(days(2))
  expect(await isThere(url)).toBe(true)
})

it('keeps for another day what is uploaded again', async () => {
  const { url } = await uploaded()
  await pass(days(1) - minutes(1))
  await shop.uploaded(await picture('png', width, 10))
  await pass(days(1) - minutes(1))
  expect(await isThere(url)).toBe(true)
})

it('leaves alone what somebody is about to show', async () => {
  const { url } = await uploaded()
  const name = url.split('/')[2] as string
  const sql = connect(shop.stage.databaseOf('catalog'), { connections: 1 })
  await sql.begin(async (tx) => {
    await tx`update uploaded_image set is_shown = true where name = ${name}`
    await pass(days(2))
  })
  await sql.end()
  await pass(days(2))
  expect(await isThere(url)).toBe(true)
})
