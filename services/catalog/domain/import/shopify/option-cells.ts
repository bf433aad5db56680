import { text } from '../cells/text-cells.ts'
import { limits } from '../limits.ts'
import type { Column } from './columns.ts'
import type { Row } from './open-row.ts'

/** The columns of the three options, in order. */
const optionColumns = [
  { name: 'option1Name', value: 'option1Value' },
  { name: 'option2Name', value: 'option2Value' },
  { name: 'option3Name', value: 'option3Value' },
] as const satisfies { name: Column; value: Column }[]

/** Option names by position as the product's first row gives them, `''` for a position unused. */
type OptionNames = string[]

/** `undefined` when the file has no option columns; all blank for Shopify's `Title / Default Title`. */
export function optionNames(row: Row): OptionNames | undefined {
  if (!optionColumns.some(({ name }) => row.has(name))) return undefined
  if (isDefaultTitle(row)) return ['', '', '']
  const names = optionColumns.map(({ name }) => row.read(name, text(limits.label)) ?? '')
  for (const [index, name] of names.entries()) {
    if (name !== '' && names.indexOf(name) !== index) {
      row.refuse(
        optionColumns[index]!.name,
        'duplicate_option',
        `the product already has an option "${name}"`,
      )
    }
  }
  return names
}

/** The values of one variant by option name. Later rows leave the names blank or repeat them. */
export function optionValues(row: Row, names: OptionNames | undefined): Record<string, string> {
  if (isPlain(names) && isDefaultTitle(row)) return {}
  const values = optionColumns.flatMap((columns, index) => {
    const name = names?.[index] ?? ''
    const repeated = row.raw(columns.name).trim()
    if (repeated !== '' && names && repeated !== name) {
      row.refuse(columns.name, 'option_name_changed', `"${repeated}" is "${name}" in the product's first row`)
    }
    const value = optionValue(row, columns.value, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(values)
}

function optionValue(row: Row, column: Column, name: string): string | undefined {
  const isBlank = row.raw(column).trim() === ''
  if (isBlank && name === '') return undefined
  if (isBlank) row.refuse(column, 'option_value_missing', `this variant has no value for "${name}"`)
  else if (name === '')
    row.refuse(column, 'option_name_missing', "the product's first row does not name this option")
  return row.read(column, text(limits.label))
}

function isDefaultTitle(row: Row): boolean {
  const name = row.raw('option1Name').trim()
  const isDefault = row.raw('option1Value').trim() === 'Default Title'
  return isDefault && (name === '' || name === 'Title') && row.raw('option2Value').trim() === ''
}

function isPlain(names: OptionNames | undefined): boolean {
  return !names?.some((name) => name !== '')
}
