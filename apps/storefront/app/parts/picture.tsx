interface Image {
  readonly url: string
  readonly alt: string
  readonly width?: number | undefined
  readonly height?: number | undefined
}

const UPLOADED = /^(.*\/images\/[^/]+)\/(\d+)\.(?:webp|avif)$/
const WIDTHS = [320, 640, 1280]

/** In the size the place needs: uploaded images are there in several, others as they are. */
export function Picture({ image, sizes, isFirst = false }: Props) {
  return (
    <div className="aspect-square overflow-hidden rounded-m bg-sunken">
      {image && (
        <img
          src={image.url}
          srcSet={sourcesOf(image.url)}
          sizes={sizes}
          alt={image.alt}
          width={image.width ?? 640}
          height={image.height ?? 640}
          loading={isFirst ? 'eager' : 'lazy'}
          fetchPriority={isFirst ? 'high' : 'auto'}
          decoding="async"
          className="size-full object-cover"
        />
      )}
    </div>
  )
}

interface Props {
  readonly image: Image | undefined
  readonly sizes: string
  readonly isFirst?: boolean
}

function sourcesOf(url: string): string | undefined {
  const place = UPLOADED.exec(url)?.[1]
  return place && WIDTHS.map((width) => `${place}/${width}.webp ${width}w`).join(', ')
}
