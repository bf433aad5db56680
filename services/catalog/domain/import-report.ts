import type { ImportReport } from '@souk/contracts/catalog'
import type { Finding, ImportError, ImportWarning } from './import/import-item.ts'
import type { Plan } from './plan-import.ts'

const MOST_FINDINGS = 1_000

/** Counts products and gathers findings, the first thousand of each kind. */
export interface OpenReport {
  read(item: ImportError | ImportWarning): void
  done(plan: Plan): void
  /** In the order of the file. */
  close(): ImportReport
}

export function openReport(): OpenReport {
  const counts = { applied: 0, unchanged: 0, rejected: 0 }
  const errors: Finding[] = []
  const warnings: (Omit<Finding, 'line'> & { line?: number | undefined })[] = []
  const add = <T>(list: T[], found: readonly T[]) => list.push(...found.slice(0, MOST_FINDINGS - list.length))
  return {
    read(item) {
      if (item.kind === 'warning') add(warnings, [item])
      else {
        add(errors, [item])
        if (item.rejectsProduct) counts.rejected += 1
      }
    },
    done(plan) {
      counts[plan.kind] += 1
      add(warnings, plan.warnings)
      if (plan.kind === 'rejected') add(errors, plan.errors)
    },
    close: () => ({
      ...counts,
      errors: errors.map(({ line, ...rest }) => ({ line, ...tell(rest) })).sort((a, b) => a.line - b.line),
      warnings: warnings
        .map(({ line, ...rest }) => ({ ...(line !== undefined && { line }), ...tell(rest) }))
        .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    }),
  }
}

const tell = ({ column, code, message }: Omit<Finding, 'line'>) => ({
  ...(column !== undefined && { column }),
  code,
  message,
})
