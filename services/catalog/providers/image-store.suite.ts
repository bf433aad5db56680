import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageStore } from './image-store.ts'

/** What every store of images must keep, wherever the files are. */
export function imageStoreSuite(
  name: string,
  open: () => Promise<{ store: ImageStore; close: () => Promise<unknown> }>,
): void {
  describe(`images in ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const bytes = (text: string) => Buffer.from(text)

    it('are there from when they are put until they are removed', async () => {
      const { store } = opened
      expect([await store.has('tea-320.webp'), await store.get('tea-320.webp')]).toEqual([false, undefined])
      await store.put('tea-320.webp', bytes('\0tea'), 'image/webp')
      expect([await store.has('tea-320.webp'), await store.get('tea-320.webp')]).toEqual([
        true,
        bytes('\0tea'),
      ])
      expect(await store.has('tea-640.webp')).toBe(false)
      await store.remove('tea-320.webp')
      expect(await store.has('tea-320.webp')).toBe(false)
    })

    it('may be put and removed twice, by two at once as well', async () => {
      const { store } = opened
      const put = () => store.put('mug-320.avif', bytes('mug'), 'image/avif')
      await Promise.all([put(), put(), put()])
      expect(await store.get('mug-320.avif')).toEqual(bytes('mug'))
      await Promise.all([store.remove('mug-320.avif'), store.remove('mug-320.avif')])
      await store.remove('mug-320.avif')
    })

    it.each(['../secrets.json', 'a/b.webp', '..', '', 'a.webp?x', '/etc/passwd', 'a\0.webp'])(
      'are at no key %j',
      async (key) => {
        const ways = [(store: ImageStore) => store.get(key), (store: ImageStore) => store.remove(key)]
        for (const way of ways)
          await expect((async () => way(opened.store))()).rejects.toThrow('is no key of an image')
      },
    )
  })
}
