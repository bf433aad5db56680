import {
  type CreateParams,
  type DataProvider,
  type DeleteParams,
  type GetListParams,
  type GetManyParams,
  type GetManyReferenceParams,
  type GetOneParams,
  HttpError,
  type Identifier,
  type RaRecord,
  type UpdateParams,
} from 'react-admin'
import { ask } from './ask.ts'
import { edited } from './edited.ts'
import { type Page, pageNumbers } from './pages.ts'
import { type Place, placeOf } from './resources.ts'

type Answer = Readonly<Record<string, unknown>>

const turnTo = pageNumbers()
const MOST_OF_A_PAGE = 100

/** A record as react-admin knows them: told apart by `id`. */
const recordOf = (place: Place, answer: Answer): RaRecord => ({
  ...answer,
  ...place.derive?.(answer),
  id: String(answer[place.key ?? 'id']),
})

const addressOf = ({ path }: Place, id: Identifier) => `${path}/${encodeURIComponent(id)}`

async function getList(resource: string, { filter, pagination, signal }: GetListParams) {
  const place = placeOf(resource)
  const { page, perPage } = pagination ?? { page: 1, perPage: MOST_OF_A_PAGE }
  const how = signal ? { signal } : {}
  if (place.isShort) {
    const { items } = await ask<Page<Answer>>(place.path, how)
    return { data: items.map((item) => recordOf(place, item)), total: items.length }
  }
  const limit = Math.min(perPage, MOST_OF_A_PAGE)
  const query = JSON.stringify([resource, filter, limit])
  const { items, hasNextPage } = await turnTo({ query, page }, (cursor) =>
    ask<Page<Answer>>(place.path, { ...how, query: { ...filter, limit, cursor } }),
  )
  const data = items.map((item) => recordOf(place, item))
  return { data, pageInfo: { hasNextPage, hasPreviousPage: page > 1 } }
}

async function getOne(resource: string, { id }: GetOneParams) {
  const place = placeOf(resource)
  if (place.isOnlyListed) return { data: await findListed(place, id) }
  return { data: recordOf(place, await ask<Answer>(addressOf(place, id))) }
}

async function findListed(place: Place, id: Identifier): Promise<RaRecord> {
  let cursor: string | undefined
  do {
    const page = await ask<Page<Answer>>(place.path, { query: { limit: MOST_OF_A_PAGE, cursor } })
    const found = page.items.map((item) => recordOf(place, item)).find((record) => record.id === id)
    if (found) return found
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  throw new HttpError('There is nothing here any more. Somebody may have removed it.', 404)
}

/** Those that are gone are left out, as react-admin expects. */
async function getMany(resource: string, { ids }: GetManyParams) {
  const found = await Promise.all(
    ids.map((id) => getOne(resource, { id }).then(({ data }) => [data], leaveOutMissing)),
  )
  return { data: found.flat() }
}

function leaveOutMissing(error: unknown): RaRecord[] {
  if (error instanceof HttpError && error.status === 404) return []
  throw error
}

const getManyReference = (resource: string, params: GetManyReferenceParams) =>
  getList(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } })

async function create(resource: string, { data }: CreateParams) {
  const place = placeOf(resource)
  const answer = await ask<Answer>(place.path, { method: 'POST', body: data, isOnce: true })
  return { data: recordOf(place, answer) }
}

/** Sends what was changed, against the version it was changed from. */
async function update(resource: string, { id, data, previousData }: UpdateParams) {
  const place = placeOf(resource)
  const body = edited<Answer>({ before: previousData, after: data }, place.edits)
  if (Object.keys(body).length === 0) return { data: { ...previousData, id } }
  const { version } = previousData ?? {}
  return {
    data: recordOf(place, await ask<Answer>(addressOf(place, id), { method: 'PATCH', body, version })),
  }
}

async function remove(resource: string, { id, previousData }: DeleteParams) {
  await ask(addressOf(placeOf(resource), id), { method: 'DELETE', version: previousData?.version })
  return { data: { ...previousData, id } }
}

const eachOf =
  (change: (resource: string, id: Identifier) => Promise<unknown>) =>
  async (resource: string, { ids }: { ids: Identifier[] }) => {
    for (const id of ids) await change(resource, id)
    return { data: ids }
  }

/** Every caller names the type of its records to react-admin: what the API answers is taken as that. */
export const dataProvider = {
  supportAbortSignal: true,
  getList,
  getOne,
  getMany,
  getManyReference,
  create,
  update,
  delete: remove,
  updateMany: (resource: string, { ids, data }: { ids: Identifier[]; data: Answer }) =>
    eachOf((name, id) => update(name, { id, data, previousData: { id } }))(resource, { ids }),
  deleteMany: eachOf((resource, id) => remove(resource, { id })),
} as unknown as DataProvider
