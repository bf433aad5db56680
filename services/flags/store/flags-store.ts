import type { FlagChange } from '@souk/contracts/flags'
import type { Queryable } from '@souk/kit/database'
import type { StoredFlag } from '../domain/flag.ts'

export type FlagsStore = ReturnType<typeof flagsStore>

type FlagRow = Omit<StoredFlag, 'changedAt'> & { changedAt: Date | null }

export function flagsStore(sql: Queryable) {
  const columns = sql`
    key, is_on as "isOn", rollout, note, version, changed_at as "changedAt", changed_by as "changedBy"`

  return {
    /** Those somebody has touched. */
    async listTouched(): Promise<StoredFlag[]> {
      return (await sql<FlagRow[]>`select ${columns} from feature_flag`).map(toFlag)
    },

    async findTouched(key: string): Promise<StoredFlag | undefined> {
      const [row] = await sql<FlagRow[]>`select ${columns} from feature_flag where key = ${key}`
      return row && toFlag(row)
    },

    /** Holds the flag until the transaction ends; one nobody has touched gets its row. */
    async lockFlag({ key, isOn, rollout, note, version }: StoredFlag): Promise<StoredFlag> {
      const [row] = await sql<FlagRow[]>`
        insert into feature_flag (key, is_on, rollout, note, version)
        values (${key}, ${isOn}, ${rollout}, ${note}, ${version})
        on conflict (key) do update set key = excluded.key
        returning ${columns}`
      if (!row) throw new Error(`the flag ${key} cannot be held`)
      return toFlag(row)
    },

    async saveFlag({ key, isOn, rollout, note, version, changedAt, changedBy }: StoredFlag): Promise<void> {
      await sql`
        update feature_flag set is_on = ${isOn}, rollout = ${rollout}, note = ${note}, version = ${version},
          changed_at = ${changedAt}, changed_by = ${changedBy}
        where key = ${key}`
    },

    async addChange(key: string, { version, at, by, before, after }: FlagChange): Promise<void> {
      await sql`
        insert into feature_flag_change (key, version, at, by, before, after)
        values (${key}, ${version}, ${at}, ${by}, ${sql.json(before)}, ${sql.json(after)})`
    },

    /** The latest first, older than version `before`. */
    async listChanges(
      key: string,
      { before, limit }: { before: number; limit: number },
    ): Promise<FlagChange[]> {
      const rows = await sql<(Omit<FlagChange, 'at'> & { at: Date })[]>`
        select version, at, by, before, after from feature_flag_change
        where key = ${key} and version < ${before} order by version desc limit ${limit}`
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
    },
  }
}

const toFlag = (row: FlagRow): StoredFlag => ({ ...row, changedAt: row.changedAt?.toISOString() ?? null })
