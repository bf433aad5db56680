import type { listAuditLog } from '@souk/contracts/accounts'
import type { z } from 'zod'
import { Actor } from '../parts/actor.tsx'
import { TextFilter } from '../parts/filters.tsx'
import { ListPage } from '../parts/list-page.tsx'
import { Status } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'

type Action = z.infer<(typeof listAuditLog.answers)[200]>['items'][number]

const COLUMNS: readonly Column<Action>[] = [
  { title: 'When', cell: ({ at }) => <When at={at} /> },
  { title: 'Who', cell: ({ actor }) => <Actor actor={actor} /> },
  { title: 'What', cell: ({ service, call }) => `${service}: ${call.replaceAll('-', ' ')}` },
  { title: 'To what', cell: ({ resource }) => resource && <code>{resource}</code> },
  { title: 'Fields', cell: ({ fields }) => fields.join(', ') },
  { title: 'Outcome', cell: ({ outcome, code }) => <Status state={code ?? outcome} /> },
  { title: 'Trace', cell: ({ traceId }) => <a href={`/admin/ops#/traces/${traceId}`}>Trace</a> },
]

/** What staff and operators did and looked at; nobody can change it. */
export default function AuditLog() {
  return (
    <ListPage<Action>
      title="Audit log"
      columns={COLUMNS}
      empty="Nobody has done anything yet."
      filters={
        <>
          <TextFilter name="actor" label="Who, by id" />
          <TextFilter name="resource" label="To what, by id" />
        </>
      }
    />
  )
}
