import type { CsvRow } from '../csv/read-records.ts'
import type { ImportWarning } from '../import-item.ts'
import type { Header } from './read-header.ts'

/** Warns once of each column Shopify has and we have not, at the first row where something would be lost. */
export function unkeptColumns({ notKept }: Header): (row: CsvRow) => ImportWarning[] {
  let silent = notKept
  return ({ line, cells }) => {
    const telling = silent.filter(({ index, harmless }) => {
      const cell = (cells[index] ?? '').trim().toLowerCase()
      return cell !== '' && cell !== harmless
    })
    if (telling.length > 0) silent = silent.filter((place) => !telling.includes(place))
    return telling.map(({ name }) => ({
      kind: 'warning',
      line,
      column: name,
      code: 'column_not_kept',
      message: `${name}: read past, from this row on, as the catalog has no place for it`,
    }))
  }
}
