import { Picture } from './picture.tsx'

interface Image {
  readonly url: string
  readonly alt: string
  readonly width?: number | undefined
  readonly height?: number | undefined
}

const SIZES = '(min-width: 64rem) 36rem, 100vw'

/** Side by side to be swept through, each a link to the whole picture: no script is needed to see them all. */
export function Gallery({ images }: { images: readonly Image[] }) {
  if (images.length === 0) return <Picture image={undefined} sizes={SIZES} />
  return (
    <ul
      className="flex snap-x snap-mandatory gap-3 overflow-x-auto rounded-m"
      aria-label="Pictures"
      // Whoever has no pointer sweeps with the arrow keys.
      tabIndex={images.length > 1 ? 0 : undefined}
    >
      {images.map((image, index) => (
        <li key={image.url} className="w-full shrink-0 snap-center">
          <a href={image.url} aria-label={`Picture ${index + 1} of ${images.length} in full size`}>
            <Picture image={image} sizes={SIZES} isFirst={index === 0} />
          </a>
        </li>
      ))}
    </ul>
  )
}
