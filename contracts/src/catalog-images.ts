import { call, text } from '@souk/kit/contract'
import { z } from 'zod'
import { ImageUrl } from './catalog-values.ts'

/** Its address is to be given to a product; width and height are those of what that address shows, in pixels. */
export const UploadedImage = z.strictObject({
  url: ImageUrl,
  width: z.int(),
  height: z.int(),
  alt: z.string().optional(),
})
export type UploadedImage = z.infer<typeof UploadedImage>

export const uploadImage = call('catalog.upload-image', 'POST /admin/v1/images', {
  summary:
    'Takes an image of up to 10 MiB and 50 million pixels, whose address products may show; the same file again is the same image. One that no product has shown within a day is removed.',
  access: 'staff:products:write',
  query: z.strictObject({ alt: text(500, 0).optional() }),
  upload: [
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/avif',
    'image/gif',
    'application/octet-stream',
    'multipart/form-data',
  ],
  answers: { 201: UploadedImage },
  refusals: {
    not_an_image: { status: 422, title: 'This is no JPEG, PNG, WebP, AVIF or GIF that can be read.' },
    image_too_large: { status: 422, title: 'This image has more pixels than are taken.' },
  },
})

export const showImage = call('catalog.show-image', 'GET /images/{image}/{file}', {
  summary:
    'An uploaded image, at most so wide: 320, 640, 1280 or 2048 pixels, as WebP or AVIF, such as `1280.webp`. What an address shows never changes.',
  access: 'anyone',
  params: z.strictObject({ image: text(200), file: text(40) }),
  produces: 'image/webp',
  answers: { 200: z.unknown() },
})
