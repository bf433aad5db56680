import { accept, type Parsed, refuse } from '../cells/parsed.ts'
import { text, url } from '../cells/text-cells.ts'
import { limits } from '../limits.ts'
import type { PlacedImage } from '../order-images.ts'
import type { Row } from './open-row.ts'

/** The image of this row, if it has one; variant rows may carry one besides the variant. */
export function imageOf(row: Row): PlacedImage | undefined {
  const address = row.read('imageSrc', url)
  if (!address) return undefined
  const position = row.read('imagePosition', imagePosition)
  return { url: address, alt: row.read('imageAlt', text(limits.alt)) ?? '', position }
}

function imagePosition(cell: string): Parsed<number | undefined> {
  const text = cell.trim()
  if (text === '') return accept(undefined)
  if (/^[1-9]\d{0,5}(\.0+)?$/.test(text)) return accept(Number(text))
  return refuse('invalid_position', `"${text.slice(0, 40)}" is not a position like 1, 2, 3`)
}
