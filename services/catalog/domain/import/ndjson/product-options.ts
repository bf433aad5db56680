import type { OptionDraft } from '../draft.ts'
import type { Finding } from '../import-item.ts'

interface Given {
  line: number
  options?: OptionDraft[] | undefined
  variants: readonly { options: Record<string, string> }[]
}

/**
 * The options of a JSON product: as listed, else named by its first variant, with every value a variant uses.
 * Silent about options when neither lists nor variants name any. Each variant has a value for each option.
 */
export function ndjsonOptions(given: Given): { options: OptionDraft[] | undefined; errors: Finding[] } {
  const named =
    given.options ?? Object.keys(given.variants[0]?.options ?? {}).map((name) => ({ name, values: [] }))
  const names = named.map(({ name }) => name)
  const errors = [...tooManyOrTwice(names, given.line), ...misfits(names, given)]
  const options = named.map(({ name, values }) => {
    const used = given.variants.flatMap((variant) => variant.options[name] ?? [])
    return { name, values: [...new Set([...values, ...used])] }
  })
  return { options: given.options || options.length > 0 ? options : undefined, errors }
}

function tooManyOrTwice(names: readonly string[], line: number): Finding[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return []
  return [
    { line, column: 'options', code: 'duplicate_option', message: `options: "${twice}" is listed twice` },
  ]
}

function misfits(names: readonly string[], { line, variants }: Given): Finding[] {
  return variants.flatMap(({ options }, index) => {
    const column = `variants.${index}.options`
    const extra = Object.keys(options).filter((name) => !names.includes(name))
    const missing = names.filter((name) => !Object.hasOwn(options, name))
    return [
      ...extra.map((name) => ({
        line,
        column,
        code: 'option_name_missing',
        message: `${column}: no option "${name}"`,
      })),
      ...missing.map((name) => ({
        line,
        column,
        code: 'option_value_missing',
        message: `${column}: no value for "${name}"`,
      })),
    ]
  })
}
