import { colour } from '../catalog/colours.ts'
import { demoProducts } from '../catalog/products.ts'
import { seeded } from '../catalog/random.ts'
import type { Picture, Product } from '../catalog/shape.ts'
import { near, type Subject, together, whole } from './compose.ts'
import { forms } from './forms.ts'
import { ink } from './ink.ts'
import { paletteOf } from './palette.ts'
import { createSheet } from './sheet.ts'

const views = { whole, near, together }

let known: ReadonlyMap<string, Product> | undefined

/** The SVG of a demo product's picture, the same each time; undefined when the demo has no such picture. */
export function drawPicture(handle: string, position: number): string | undefined {
  known ??= new Map(demoProducts().map((product) => [product.handle, product]))
  const product = known.get(handle)
  const picture = product?.pictures.find((candidate) => candidate.position === position)
  return product && picture ? draw(product, picture) : undefined
}

function draw(product: Product, picture: Picture): string {
  const subject = sitting(product, picture)
  const art = views[picture.view](subject)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">${subject.room.sheet.defs()}${art}</svg>`
}

function sitting({ handle, department, look }: Product, picture: Picture): Subject {
  const form = forms[look.form]
  if (!form) throw new Error(`no drawing for a ${look.form}`)
  const hexes = look.colours.map((key) => colour(key).hex)
  const own = hexes[picture.colour] ?? '#999999'
  const sheet = createSheet()
  // The room follows the picture, the thing's small irregularities only the product: a plant stays the same plant.
  const room = {
    palette: paletteOf(department),
    subject: own,
    sheet,
    random: seeded(`${handle} ${picture.position}`),
  }
  const brush = {
    ink: ink(own),
    trim: ink(colour(look.trim).hex),
    surface: look.surface,
    sheet,
    seed: handle,
  }
  return { form, brush, room, others: hexes.filter((_, i) => i !== picture.colour) }
}
