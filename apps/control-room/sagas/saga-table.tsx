import type { Saga } from '../asking/answers.ts'
import { Ago } from '../parts/moment.tsx'
import { TableScroll } from '../parts/table-scroll.tsx'
import { hrefTo } from '../places/place.ts'
import { exactly } from '../words/moments.ts'
import { count, duration } from '../words/numbers.ts'

export function SagaTable({ sagas, label }: { sagas: readonly Saga[]; label: string }) {
  return (
    <TableScroll label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">Saga</th>
            <th scope="col">About</th>
            <th scope="col">Began</th>
            <th scope="col">Stands at</th>
            <th scope="col" className="number">
              Attempts
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {sagas.map((saga) => (
            <tr key={saga.id}>
              <th scope="row">
                <a href={hrefTo('checkouts', { id: saga.id })}>
                  {saga.name} <span className="tail">…{saga.id.slice(-6)}</span>
                </a>
              </th>
              <td>
                <code>{saga.key}</code>
              </td>
              <td className="word">
                <Ago at={saga.startedAt} />
              </td>
              <td className="word">{saga.step ?? `over after ${lengthOf(saga)}`}</td>
              <td className="number">{count(saga.attempts)}</td>
              <td>{saga.refusal?.code ?? saga.error ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

const lengthOf = ({ startedAt, endedAt }: Saga): string =>
  endedAt === null ? 'a while' : duration(exactly(endedAt) - exactly(startedAt))
