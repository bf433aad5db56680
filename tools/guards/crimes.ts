export interface Crime {
  /** Words of the guard's complaint beside the file's name. */
  readonly caughtBy: string
  readonly file: string
  readonly text: string
  /** Where the complaint points, if not at the file. */
  readonly blames?: string
}

const imports = (caughtBy: string, file: string, what: string, blames?: string): Crime => ({
  caughtBy,
  file,
  text: `import '${what}'\n`,
  ...(blames && { blames }),
})

/** For every rule of .dependency-cruiser.cjs, and the one on folders, imports it must refuse. */
export const ARROWS: Crime[] = [
  imports('contracts-stand-on-kit-contract', 'contracts/src/clocked.ts', '@souk/kit/runtime'),
  imports('contracts-stand-on-kit-contract', 'contracts/src/reading.ts', 'node:fs'),
  imports('contracts-stand-on-kit-contract', 'contracts/src/served.ts', 'fastify'),
  imports('kit-knows-no-shop', 'kit/saga/shopping.ts', '@souk/contracts/values'),
  imports('kit-contract-stands-on-zod', 'kit/contract/clocked.ts', '../runtime/index.ts'),
  imports('kit-contract-stands-on-zod', 'kit/contract/reading.ts', 'node:fs'),
  imports('services-know-no-service', 'services/orders/features/peek.ts', '@souk/inventory/service'),
  imports('services-stand-on-contracts-and-kit', 'services/orders/features/go-up.ts', '@souk/gateway'),
  imports('services-stand-on-contracts-and-kit', 'services/orders/features/audit.ts', '@souk/auditor'),
  imports('gateway-knows-contracts', 'gateway/shortcut.ts', '@souk/orders/service'),
  imports('gateway-knows-contracts', 'gateway/audit.ts', '@souk/auditor'),
  imports('auditor-is-told-where-things-are', 'auditor/insider.ts', '@souk/orders/service'),
  imports('fleet-starts-programs', 'fleet/insider.ts', '@souk/orders/service'),
  imports('apps-know-contracts', 'apps/storefront/shortcut.ts', '@souk/kit/http'),
  imports('simulators-are-strangers', 'simulators/insider.ts', '@souk/contracts/values'),
  imports('demo-speaks-contracts', 'demo/insider.ts', '@souk/orders/service'),
  imports('packages-are-entered-by-name', 'gateway/burglar.ts', '../kit/http/index.ts'),
  imports('domain-is-pure', 'services/orders/domain/reading.ts', 'node:fs'),
  imports('domain-is-pure', 'services/orders/domain/querying.ts', 'postgres'),
  imports('domain-is-pure', 'services/orders/domain/serving.ts', 'fastify'),
  imports('domain-is-pure', 'services/orders/domain/calling.ts', 'undici'),
  imports('domain-is-pure', 'services/orders/domain/serviced.ts', '@souk/kit/service'),
  imports('domain-is-pure', 'services/orders/domain/remembering.ts', '../store/orders-store.ts'),
  imports('domain-is-pure', 'services/orders/domain/doing.ts', '../features/confirm.ts'),
  {
    caughtBy: 'features-take-stores-and-providers-as-given',
    file: 'services/orders/features/choose.ts',
    text: "import { ordersStore } from '../store/orders-store.ts'\n\nexport const chosen = ordersStore\n",
  },
  imports('stores-remember-only', 'services/orders/store/doing.ts', '../features/confirm.ts'),
  imports('providers-speak-only', 'services/orders/providers/keeping.ts', '../store/orders-store.ts'),
  imports('services-have-five-rooms', 'services/orders/features/helped.ts', '../helpers/help.ts'),
  imports('rooms-know-no-door', 'services/orders/features/look-up.ts', '../service.ts'),
  imports('sql-stays-in-stores', 'services/orders/features/query.ts', '@souk/kit/database'),
  imports('sql-stays-in-stores', 'gateway/querying.ts', 'postgres'),
  imports('network-stays-in-providers', 'services/orders/features/call.ts', 'undici'),
  imports('network-stays-in-providers', 'services/orders/store/listening.ts', 'node:http'),
  imports('no-cycles', 'services/orders/domain/egg.ts', './hen.ts'),
  imports('no-dead-ends', 'gateway/lost.ts', './nowhere.ts'),
  imports('no-unlisted-packages', 'gateway/borrowing.ts', 'fast-json-stringify'),
  imports(
    'product-needs-no-tests',
    'services/orders/features/confirm.ts',
    'vitest',
    'services/orders/service.ts',
  ),
  imports('embedded-needs-no-broker', 'services/inventory/service.ts', '@souk/kit/nats', 'embedded/main.ts'),
  imports(
    'no-folder-cycles',
    'kit/runtime/circling.ts',
    '../database/index.ts',
    'kit/runtime → kit/database',
  ),
]

/** What the crimes above stand on: no crimes themselves, or halves of one. */
export const ACCOMPLICES = {
  'services/orders/helpers/help.ts': 'export const help = 1\n',
  'services/orders/domain/hen.ts': "import './egg.ts'\n",
  'kit/nats/index.ts': "import '@nats-io/transport-node'\n",
  'kit/database/ticking.ts': "import '../runtime/index.ts'\n",
}

const WORLD = 'Time, ids and chance are handed in'
/** Code that format, lint and our own rules must refuse. */
export const LINT: Crime[] = [
  ...['Date.now()', 'globalThis.Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'].map(
    (text, index) => ({
      caughtBy: WORLD,
      file: `services/orders/features/worldly-${index}.ts`,
      text: `export const value = ${text}\n`,
    }),
  ),
  {
    caughtBy: WORLD,
    file: 'kit/service/numbering.ts',
    text: "import { randomUUID } from 'node:crypto'\n\nexport const id = randomUUID()\n",
  },
  {
    caughtBy: "machine's clock and chance",
    file: 'services/orders/features/clocked.ts',
    text: "import { systemClock } from '@souk/kit/runtime'\n\nexport const now = systemClock.now()\n",
  },
  {
    caughtBy: 'SQL is written',
    file: 'services/orders/features/ask-tables.ts',
    text: 'export const ask = (sql: (text: TemplateStringsArray) => string) => sql`select 1`\n',
  },
  {
    caughtBy: 'SQL is written',
    file: 'gateway/ask-tables.ts',
    text: 'export const ask = (store: { unsafe: (text: string) => void }) => store.unsafe("select 1")\n',
  },
  {
    caughtBy: 'Only providers/ speak',
    file: 'services/orders/features/fetch-it.ts',
    text: "export const it = fetch('http://example.com')\n",
  },
  { caughtBy: 'noReExportAll', file: 'kit/saga/wall.ts', text: "export * from './index.ts'\n" },
  { caughtBy: 'noExplicitAny', file: 'kit/saga/loose.ts', text: 'export const loose = (it: any) => it\n' },
  { caughtBy: 'not formatted', file: 'kit/saga/untidy.ts', text: 'export   const untidy = 1\n' },
  ...['skip', 'only'].map((word) => ({
    caughtBy: word === 'skip' ? 'noSkippedTests' : 'noFocusedTests',
    file: `kit/saga/${word}.test.ts`,
    text: `import { test } from 'vitest'\n\ntest.${word}('it', () => {})\n`,
  })),
]
