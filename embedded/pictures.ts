import { drawPicture } from '@souk/demo/pictures'
import type { OpenShop } from './open-shop.ts'

const ADDRESS = /^(?<handle>.+)-(?<position>\d{1,2})\.svg$/
const A_DAY = 86_400

/** The demo catalog's pictures are drawn when asked for: the same picture for the same address, always. */
export function servePictures(app: OpenShop['gateway']): void {
  app.get<{ Params: { file: string } }>('/media/demo/:file', (request, response) => {
    const { handle, position } = ADDRESS.exec(request.params.file)?.groups ?? {}
    const picture = handle && position ? drawPicture(handle, Number(position)) : undefined
    if (!picture) return response.callNotFound()
    return (
      response
        .header('content-type', 'image/svg+xml; charset=utf-8')
        .header('cache-control', `public, max-age=${A_DAY}`)
        // Mails and shops on other origins may show them.
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .send(picture)
    )
  })
}
