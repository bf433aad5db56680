import { type Call, commonRefusals } from '@souk/kit/contract'
import { byPath, byText, code, group, page, table } from './page.ts'

interface Listed {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly call: string
}

/** Every code a problem may carry, and which calls answer it. */
export function refusalsPage(calls: readonly Call[]): string {
  const common = Object.entries(commonRefusals)
    .sort(([a], [b]) => byText(a, b))
    .map(([name, { status, title }]) => [code(name), String(status), title])
  return page(
    'Refusals',
    'A refusal is an RFC 9457 problem; its `code` is stable, its `detail` says what happened here.',
    '## Common',
    'Every call may answer these.',
    table(['Code', 'Status', 'Title'], common),
    '## Of single calls',
    table(['Code', 'Status', 'Title', 'Calls'], ownRows(calls)),
  )
}

function ownRows(calls: readonly Call[]): string[][] {
  const listed = [...calls].sort(byPath).flatMap(({ refusals, method, path }) =>
    Object.entries(refusals ?? {}).map(
      ([name, { status, title }]): Listed => ({
        code: name,
        status,
        title,
        call: code(`${method} ${path}`),
      }),
    ),
  )
  return group(listed, (one) => `${one.code} ${one.status} ${one.title}`)
    .sort(([a], [b]) => byText(a, b))
    .map(([, same]) => {
      const { code: name, status, title } = same[0] as Listed
      return [code(name), String(status), title, same.map(({ call }) => call).join(', ')]
    })
}
