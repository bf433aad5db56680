import type { UploadedImage } from '@souk/contracts/catalog'
import { refused } from '../data/ask.ts'
import { isProblem, strangeProblem } from '../data/problem.ts'

/** Hands a picture to the shop and tells how far it got, from 0 to 1; `fetch` does not know that of what it sends. */
export function uploadImage(file: File, onProgress: (part: number) => void): Promise<UploadedImage> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/admin/v1/images')
    request.responseType = 'json'
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(refused(strangeProblem(0)))
    request.onload = () => {
      const { status, response } = request
      if (status === 201) return resolve(response as UploadedImage)
      reject(refused(isProblem(response) ? response : strangeProblem(status)))
    }
    request.send(file)
  })
}
