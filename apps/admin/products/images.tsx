import { useState } from 'react'
import { ask } from '../data/ask.ts'
import { Section } from '../parts/section.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import { moved } from './moved.ts'
import type { Product } from './product.ts'
import { UploadField } from './upload-field.tsx'

type Image = Product['images'][number]

/** A product’s pictures: the first stands for it in lists. */
export function Images({ product: { id, version, images } }: { readonly product: Product }) {
  const { act, isBusy, error } = useAct()
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const replace = (next: readonly Image[], done: string) => {
    const body = { images: next.map(({ url, alt }) => ({ url, alt })) }
    const path = `/admin/v1/products/${id}/images`
    return act(() => ask(path, { method: 'PUT', body, version }), done)
  }
  const move = (from: number, to: number) => replace(moved(images, { from, to }), 'The order is saved.')
  const drop = (to: number) => {
    setOver(undefined)
    if (dragged !== undefined && dragged !== to) move(dragged, to)
  }
  return (
    <Section title="Pictures">
      <ol className="images" aria-busy={isBusy}>
        {images.map((image, at) => (
          <li
            key={image.url}
            className={over === at ? 'over' : undefined}
            draggable
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setOver(undefined)}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(at)
            }}
            onDrop={() => drop(at)}
          >
            <Picture
              image={image}
              isFirst={at === 0}
              isLast={at === images.length - 1}
              isBusy={isBusy}
              onMove={(step) => move(at, at + step)}
              onDescribe={(alt) =>
                replace(
                  images.map((one, index) => (index === at ? { ...one, alt } : one)),
                  'The description is saved.',
                )
              }
              onRemove={() => replace(moved(images, { from: at, to: 0 }).slice(1), 'The picture is off.')}
            />
          </li>
        ))}
      </ol>
      {error !== undefined && <Trouble error={error} />}
      <UploadField
        productId={id}
        onAdded={(added) => replace([...images, ...added], 'The pictures are there.')}
      />
    </Section>
  )
}

interface PictureProps {
  readonly image: Image
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isBusy: boolean
  readonly onMove: (step: 1 | -1) => void
  readonly onDescribe: (alt: string) => void
  readonly onRemove: () => void
}

function Picture({ image, isFirst, isLast, isBusy, onMove, onDescribe, onRemove }: PictureProps) {
  const name = image.alt || 'picture without a description'
  return (
    <>
      <img src={image.url} alt={image.alt} loading="lazy" />
      <input
        aria-label="What it shows"
        placeholder="What it shows"
        defaultValue={image.alt}
        onBlur={(event) => event.target.value !== image.alt && onDescribe(event.target.value)}
      />
      <span className="actions">
        <button
          type="button"
          className="quiet small"
          aria-label={`Move ${name} forward`}
          disabled={isFirst || isBusy}
          onClick={() => onMove(-1)}
        >
          ←
        </button>
        <button
          type="button"
          className="quiet small"
          aria-label={`Move ${name} back`}
          disabled={isLast || isBusy}
          onClick={() => onMove(1)}
        >
          →
        </button>
        <button
          type="button"
          className="quiet small"
          aria-label={`Take ${name} off`}
          disabled={isBusy}
          onClick={onRemove}
        >
          ×
        </button>
      </span>
    </>
  )
}
