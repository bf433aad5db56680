import type { CsvRecord, UnreadableRows } from './read-records.ts'

/**
 * Reports a damaged record once: the lines behind it that are only its fragments (the rest of a description, say)
 * are counted into it. A damaged line with as many commas as a whole row is a row of its own and reported itself.
 */
export async function* gatherDamage(
  records: AsyncIterable<CsvRecord>,
  width: number,
): AsyncGenerator<CsvRecord> {
  let damage: UnreadableRows | undefined
  for await (const record of records) {
    if (damage && record.kind === 'unreadable' && leavesFragments(damage) && isFragment(record, width)) {
      damage = { ...damage, through: record.through }
      continue
    }
    if (damage) yield damage
    damage = record.kind === 'unreadable' ? record : undefined
    if (record.kind === 'row') yield record
  }
  if (damage) yield damage
}

/** A complete record of one line with the wrong number of cells ends where its line ends. */
function leavesFragments(damage: UnreadableRows): boolean {
  return damage.code !== 'wrong_column_count' || damage.text.includes('"')
}

function isFragment(record: UnreadableRows, width: number): boolean {
  return record.text.split(',').length < width
}
