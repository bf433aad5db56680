import { pick, type Random } from './random.ts'
import type { Category, Maker, Model } from './shape.ts'

/** The description in HTML: what it is, how it is made, a last word, and the facts in a list. */
export function describe(
  { model, category, maker }: { model: Model; category: Category; maker: Maker },
  random: Random,
): string {
  const material = category.materials[model.material]
  const kind = category.kinds[model.kind]
  if (!material || !kind) throw new Error(`the model ${model.title} names an unknown kind or material`)
  const facts = [material.name, kind.measures, material.care, `Made by ${maker.name} in ${maker.place}`]
  return [
    `<p>${asText(model.says)} ${asText(pick(random, material.says))}</p>`,
    `<p>${asText(pick(random, category.closings))}</p>`,
    '<ul>',
    ...facts.map((fact) => `<li>${asText(fact)}</li>`),
    '</ul>',
  ].join('\n')
}

/** At most 160 characters, ending with a whole sentence or word. */
export function searchDescription(model: Model, maker: Maker): string {
  const whole = `${model.says} Made by ${maker.name} in ${maker.place}.`
  return whole.length <= 160
    ? whole
    : model.says.slice(0, 160).replace(/\s\S*$/, model.says.length > 160 ? '…' : '')
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
