import { useId, useState } from 'react'
import { Trouble } from '../parts/trouble.tsx'
import type { Product } from './product.ts'
import { uploadImage } from './upload-image.ts'

type Image = Product['images'][number]

interface Upload {
  readonly name: string
  readonly part: number
}

interface UploadFieldProps {
  readonly productId: string
  readonly onAdded: (images: Image[]) => Promise<unknown>
}

/** Takes pictures from the reader’s machine, one after the other, and shows how far each got. */
export function UploadField({ productId, onAdded }: UploadFieldProps) {
  const [upload, setUpload] = useState<Upload>()
  const [error, setError] = useState<unknown>()
  const id = useId()
  const take = async (files: readonly File[]) => {
    setError(undefined)
    const added: Image[] = []
    try {
      for (const file of files) {
        const { name } = file
        setUpload({ name, part: 0 })
        const { url } = await uploadImage(file, (part) => setUpload({ name, part }))
        added.push({ url, alt: '' })
      }
    } catch (refusal) {
      setError(refusal)
    }
    setUpload(undefined)
    if (added.length > 0) await onAdded(added)
  }
  return (
    <div className="field">
      <label htmlFor={`${id}-${productId}`}>Add pictures</label>
      <input
        id={`${id}-${productId}`}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        multiple
        disabled={upload !== undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          take(files)
        }}
      />
      <span className="hint">JPEG, PNG, WebP, AVIF or GIF, up to 10 MiB each.</span>
      {upload && (
        <p role="status">
          {upload.name}
          <progress value={upload.part} max={1} aria-label={`Uploading ${upload.name}`} />
        </p>
      )}
      {error !== undefined && <Trouble error={error} />}
    </div>
  )
}
