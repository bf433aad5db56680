import type { Category, Model, Surface } from './shape.ts'

const surfaces: readonly string[] =
  'plain stripe pinstripe check plaid weave knit rib cable fairisle speckle dots dip glaze wood leaf hammer quilt wave'.split(
    ' ',
  )

/**
 * Reads a category's models, one a line: title | kind | surface | material | colours | euros | grams | first sentence.
 * Throws where a line does not fit, since that is a slip of the pen in the vocabulary.
 */
export function modelsOf(category: Category): Model[] {
  return category.models
    .trim()
    .split('\n')
    .map((line) => readModel(line, category))
}

function readModel(line: string, { kinds, materials }: Category): Model {
  const [
    title = '',
    kind = '',
    surface = '',
    material = '',
    colours = '',
    euros = '',
    grams = '',
    says = '',
  ] = line.split(' | ')
  if (!isSurface(surface) || !(kind in kinds) || !(material in materials) || says === '') {
    throw new Error(`cannot read the model: ${line}`)
  }
  return {
    title,
    kind,
    surface,
    material,
    colours: colours.split(' '),
    euros: Number(euros),
    grams: Number(grams),
    says,
  }
}

function isSurface(word: string): word is Surface {
  return surfaces.includes(word)
}
