import { colour } from './colours.ts'
import type { Random } from './random.ts'
import type { Model, Picture } from './shape.ts'

/** One to three pictures: the whole thing, a second look, and its next colour or its company. */
export function picturesOf({ title, colours }: Model, random: Random): Picture[] {
  const count = random() < 0.08 ? 1 : random() < 0.42 ? 2 : 3
  const named = (index: number) =>
    colours.length > 1 ? `${title} in ${colour(colours[index] ?? '').name.toLowerCase()}` : title
  const near: Picture = { position: 2, alt: `${title}, a closer look`, view: 'near', colour: 0 }
  const company: Picture = { position: 2, alt: `${title}, several together`, view: 'together', colour: 0 }
  const third: Picture =
    colours.length > 1
      ? { position: 3, alt: named(1), view: 'whole', colour: 1 }
      : { position: 3, alt: company.alt, view: 'together', colour: 0 }
  const second = colours.length > 1 && random() < 0.35 ? company : near
  const all: Picture[] = [{ position: 1, alt: named(0), view: 'whole', colour: 0 }, second, third]
  return all.slice(0, count)
}
