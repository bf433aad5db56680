import type { Setting } from '@souk/kit/runtime'
import { code, page, table } from './page.ts'

/** Programs that are told something by their environment, and what. */
export interface Told {
  readonly shop: readonly Setting<unknown>[]
  readonly fleet: readonly Setting<unknown>[]
  /** One service alone in its process. */
  readonly service: readonly Setting<unknown>[]
}

/** Everything the shop can be told through its environment. */
export const settingsPage = ({ shop, fleet, service }: Told): string =>
  page(
    'Settings',
    'What `npm start` reads from its environment. A value that does not fit is refused at the start, in one sentence.',
    tableOf(shop),
    '## A fleet',
    'What `npm run fleet` reads beside these. [Running a fleet](../guide/running-a-fleet.md) says when to give them.',
    tableOf(fleet),
    '## A process of a fleet',
    'What each service reads that runs alone in its process; `npm run fleet` tells it.',
    tableOf(service),
  )

const tableOf = (settings: readonly Setting<unknown>[]): string =>
  table(
    ['Name', 'What it is', 'When not given'],
    settings.map(({ name, describes, fallback }) => [
      code(name),
      describes,
      fallback === undefined ? 'refused' : fallback === '' ? 'empty' : code(fallback),
    ]),
  )
