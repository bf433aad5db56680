import { colour } from './colours.ts'
import type { Kind, Model } from './shape.ts'
import { valueCode } from './words.ts'

/** One value of an option: what it is called, its place in the SKU, and what it does to the price. */
export interface Choice {
  readonly value: string
  readonly code: string
  readonly factor: number
}

export interface Option {
  readonly name: string
  readonly choices: readonly Choice[]
}

/** The options a model is sold in, colour first; none when there is nothing to choose. */
export function optionsOf(model: Model, kind: Kind): Option[] {
  const colours = model.colours.map((key) => ({ value: colour(key).name, code: colour(key).code, factor: 1 }))
  const axes = Object.entries(kind.axes ?? {}).map(([name, values]) => ({
    name,
    choices: Object.entries(values).map(([value, factor]) => ({ value, code: valueCode(value), factor })),
  }))
  return colours.length > 1 ? [{ name: kind.colourOption ?? 'Colour', choices: colours }, ...axes] : axes
}

/** Every way to choose one value of each option, the last option changing fastest. */
export function combinations(options: readonly Option[]): Choice[][] {
  return options.reduce<Choice[][]>(
    (chosen, { choices }) => chosen.flatMap((before) => choices.map((choice) => [...before, choice])),
    [[]],
  )
}
