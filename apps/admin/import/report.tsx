import type { ImportReport } from '@souk/contracts/catalog'
import { type Column, Table } from '../parts/table.tsx'

export type { ImportReport } from '@souk/contracts/catalog'

type Finding = ImportReport['warnings'][number]

const COLUMNS: readonly Column<Finding>[] = [
  { title: 'Line', cell: ({ line }) => line ?? '–', isNumber: true },
  { title: 'Column', cell: ({ column }) => column ?? '–' },
  { title: 'What is wrong', cell: ({ message }) => message },
]

const keyOf = ({ line, column, code, message }: Finding) => `${line} ${column} ${code} ${message}`

interface ReportProps {
  readonly report: ImportReport
  readonly isApplied: boolean
}

/** What a file does, and what of it cannot be taken, line by line. */
export function Report({
  report: { applied, unchanged, rejected, errors, warnings },
  isApplied,
}: ReportProps) {
  return (
    <>
      <p>
        <strong>{applied}</strong> products {isApplied ? 'were' : 'would be'} added or changed,{' '}
        <strong>{unchanged}</strong> are as in the file, <strong>{rejected}</strong> cannot be taken.
      </p>
      {errors.length > 0 && (
        <>
          <h3>What cannot be taken</h3>
          <Table caption="Errors" columns={COLUMNS} rows={errors} keyOf={keyOf} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3>Worth a look</h3>
          <Table caption="Warnings" columns={COLUMNS} rows={warnings} keyOf={keyOf} />
        </>
      )}
    </>
  )
}
