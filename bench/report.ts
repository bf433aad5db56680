import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { type Figure, table } from './table.ts'

/** Writes what was measured to a file of its own, `more` with it, and shows it as a table. */
export async function report(name: string, figures: readonly Figure[], more: object = {}): Promise<void> {
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const at = new Date().toISOString()
  const written = { at, node: process.version, cpu: cpus()[0]?.model, ...more, figures }
  const file = join(folder, `${name}${at.slice(0, 19).replaceAll(':', '-')}.json`)
  await writeFile(file, JSON.stringify(written, null, 2))
  console.log(`\n${table(figures)}\n\n  written to bench/results`)
}
