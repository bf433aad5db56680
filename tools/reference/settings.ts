import type { Setting } from '@souk/kit/runtime'
import { code, page, table } from './page.ts'

/** Everything the shop can be told through its environment. */
export const settingsPage = (settings: readonly Setting<unknown>[]): string =>
  page(
    'Settings',
    'What `npm start` reads from its environment. A value that does not fit is refused at the start, in one sentence.',
    table(
      ['Name', 'What it is', 'When not given'],
      settings.map(({ name, describes, fallback }) => [
        code(name),
        describes,
        fallback === undefined ? 'refused' : fallback === '' ? 'empty' : code(fallback),
      ]),
    ),
  )
