import type { Call } from '@souk/kit/contract'
import { byPath, byText, code, group, page, table } from './page.ts'

const SURFACES = [
  { title: 'Shoppers', prefix: '/store/v1/', says: 'What storefronts ask.' },
  { title: 'Staff', prefix: '/admin/v1/', says: 'What staff ask, each call with the scope it names.' },
  { title: 'Operators', prefix: '/ops/', says: 'What those who run the shop ask.' },
  {
    title: 'Inside',
    prefix: '/internal/',
    says: 'What services ask each other; the gateway serves none of it.',
  },
  { title: 'Others', prefix: '/', says: 'What strangers call, such as payment providers.' },
]

const ACCESS: Record<string, string> = {
  anyone: 'anyone',
  customer: 'the signed-in customer',
  staff: 'staff, of themselves',
  operator: 'operators',
  internal: 'services',
}

/** Every call, by who asks and which service answers. */
export function routesPage(calls: readonly Call[]): string {
  const surfaceOf = ({ path }: Call) => SURFACES.findIndex(({ prefix }) => path.startsWith(prefix))
  const sections = SURFACES.flatMap(({ title, says }, index) => {
    const here = calls.filter((call) => surfaceOf(call) === index)
    return here.length === 0 ? [] : [`## ${title}`, says, ...byService(here)]
  })
  return page(
    'Routes',
    'Every call may also be refused with the common refusals of [refusals.md](refusals.md). The schemas are in [openapi.json](openapi.json).',
    ...sections,
  )
}

const byService = (calls: readonly Call[]): string[] =>
  group(calls, ({ service }) => service)
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([service, own]) => [
      `### ${service}`,
      table(
        ['Call', 'What it does', 'Who may ask', 'Idempotency-Key', 'Refusals'],
        own.sort(byPath).map(row),
      ),
    ])

const row = ({ method, path, summary, access, idempotency, refusals }: Call): string[] => [
  code(`${method} ${path}`),
  summary,
  ACCESS[access] ?? `staff with ${code(access.replace('staff:', ''))}`,
  idempotency === undefined ? '' : idempotency === 'accepted' ? 'accepted' : 'required',
  Object.keys(refusals ?? {})
    .map(code)
    .join(', '),
]
