import type { listLogs as contract } from '@souk/contracts/ops'
import type { LogLine } from '@souk/kit/contract'
import { newest, olderThan } from './newest.ts'
import type { OpsVerb } from './room.ts'

export const listLogs: OpsVerb<typeof contract> = async ({ limit, cursor, ...wanted }, { recollection }) => {
  const { items, unavailable } = await recollection.logsOf(wanted)
  const isOlder = olderThan(cursor)
  const page = newest([{ items: items.filter((line) => isOlder(placeOf(line))), nextCursor: null }], {
    placeOf,
    cursorOf: (line) => placeOf(line).join('~'),
    limit,
  })
  return { ...page, unavailable }
}

const placeOf = ({ at, id }: LogLine) => [at, id] as const
