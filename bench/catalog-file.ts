import { seededRandom } from '@souk/kit/runtime'

const CATEGORIES = 40
const WORDS =
  'amber birch cedar delta ember fjord grove heath inlet jade kelp larch moss north oak pine quay'.split(' ')

/** So many products as NDJSON, the same for the same seed: three variants, two currencies, some text, a category of 40. */
export function* catalogFile(count: number, { seed, prefix = 'bench' }: { seed: number; prefix?: string }) {
  const { unit } = seededRandom(seed)
  const upTo = (most: number) => Math.floor(unit() * most)
  const word = () => WORDS[upTo(WORDS.length)] ?? ''
  for (let index = 0; index < count; index++) {
    const handle = `${prefix}-${index}`
    const [amount, category] = [100 + upTo(50_000), upTo(CATEGORIES)]
    const line = {
      handle,
      title: `${word()} ${word()} ${word()} ${index}`,
      descriptionHtml: `<p>${Array.from({ length: 60 }, word).join(' ')}</p>`,
      vendor: word(),
      tags: [word(), word()],
      categoryPaths: [[`Department ${category % 8}`, `Shelf ${category}`]],
      attributes: { Colour: word(), Weight: String(upTo(5_000)) },
      images: [{ url: `/media/${handle}.svg`, alt: handle }],
      variants: ['S', 'M', 'L'].map((size, step) => ({
        sku: `${handle}-${size}`.toUpperCase(),
        options: { Size: size },
        quantity: upTo(100),
        prices: ['EUR', 'USD'].map((currency) => ({ amount: amount + step * 100, currency })),
      })),
    }
    yield `${JSON.stringify(line)}\n`
  }
}
