// Who may know whom. Every rule is shown a crime in tools/guards.test.ts.

const OURS =
  '^(apps|auditor|bench|bin|contracts|demo|e2e|embedded|fleet|gateway|kit|services|simulators|tools)/'
const DEV = Object.keys(require('./package.json').devDependencies)
const TESTS = '[.](test|suite|journey)[.]ts$|/fixtures/'
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`
const ROOMS = '(domain|features|store|sagas|providers)'
/** A room of some service; `$1` in the same rule is that service. */
const room = (name) => `^services/([^/]+)/${name}/`

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const product = (path) => ({ path, pathNot: TESTS })

const betweenFolders = [
  forbid(
    'contracts-stand-on-kit-contract',
    'Contracts are declared with kit/contract and zod, and nothing else.',
    product('^contracts/'),
    { path: '.', pathNot: ['^contracts/', '^kit/contract/', npm('zod')] },
  ),
  forbid('kit-knows-no-shop', 'The kit could carry any trade: it knows nothing of ours.', product('^kit/'), {
    path: OURS,
    pathNot: '^kit/',
  }),
  forbid(
    'kit-contract-stands-on-zod',
    'What contracts are made of runs anywhere, a browser included.',
    product('^kit/contract/'),
    { path: '.', pathNot: ['^kit/contract/', npm('zod')] },
  ),
  forbid(
    'services-know-no-service',
    'A service is asked through its contract and overheard through its events.',
    product('^services/([^/]+)/'),
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  forbid(
    'services-stand-on-contracts-and-kit',
    'A service does not know who runs it.',
    product('^services/'),
    {
      path: OURS,
      pathNot: '^(contracts|kit|services)/',
    },
  ),
  forbid(
    'gateway-knows-contracts',
    'The gateway knows what may be asked, not who answers.',
    product('^gateway/'),
    {
      path: OURS,
      pathNot: '^(contracts|gateway|kit)/',
    },
  ),
  forbid(
    'auditor-is-told-where-things-are',
    'The auditor reads every book and knows nobody who writes one.',
    product('^auditor/'),
    {
      path: OURS,
      pathNot: '^(auditor|contracts|kit)/',
    },
  ),
  forbid(
    'fleet-starts-programs',
    'The launcher starts services as programs and knows them by their definitions alone, as the embedded shop lists them.',
    product('^fleet/'),
    { path: OURS, pathNot: '^(auditor|contracts|embedded|fleet|gateway|kit)/' },
  ),
  forbid('apps-know-contracts', 'Apps ask over HTTP in the words of the contracts.', product('^apps/'), {
    path: OURS,
    pathNot: ['^(apps|contracts)/', '^kit/testing/'],
    dependencyTypesNot: ['type-only'],
  }),
  forbid(
    'simulators-are-strangers',
    'The outside world does not know the shop.',
    { path: '^simulators/' },
    {
      path: OURS,
      pathNot: '^simulators/',
    },
  ),
  forbid('demo-speaks-contracts', 'The demo is data, in the words of the contracts.', product('^demo/'), {
    path: OURS,
    pathNot: '^(contracts|demo|kit)/',
  }),
  forbid(
    'packages-are-entered-by-name',
    'A package is entered by its name and its doors, not by a path into it.',
    product('^(services/[^/]+|auditor|contracts|demo|embedded|gateway|kit|simulators)/'),
    { path: OURS, pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
  ),
]

const insideServices = [
  forbid(
    'domain-is-pure',
    'Decisions know values and nothing of the world. Of the kit they use contract values and units of time.',
    product(room('domain')),
    {
      path: '.',
      pathNot: [
        '^services/$1/domain/',
        '^contracts/',
        '^kit/contract/',
        '^kit/runtime/',
        '^(node:)?(crypto|util)$',
        npm('zod', 'sanitize-html', '@types/sanitize-html'),
      ],
    },
  ),
  forbid(
    'features-take-stores-and-providers-as-given',
    'Features and sagas know the shape of what remembers and speaks; service.ts chooses which it is.',
    product('^services/([^/]+)/(features|sagas)/'),
    { path: '^services/$1/(store|providers)/', dependencyTypesNot: ['type-only'] },
  ),
  forbid('stores-remember-only', 'A store does not do, conduct or speak.', product(room('store')), {
    path: '^services/$1/(features|sagas|providers)/',
  }),
  forbid('providers-speak-only', 'A provider does not do, conduct or remember.', product(room('providers')), {
    path: '^services/$1/(features|sagas|store)/',
  }),
  forbid(
    'services-have-five-rooms',
    'What a service is made of is in domain/, features/, store/, sagas/ or providers/.',
    { path: `^services/([^/]+)/(${ROOMS}/.*|service[.]ts$|main[.]ts$)`, pathNot: TESTS },
    { path: '^services/$1/', pathNot: [`^services/$1/${ROOMS}/`, '^services/$1/service[.]ts$'] },
  ),
  forbid(
    'rooms-know-no-door',
    'service.ts lists what is inside; what is inside does not know it.',
    {
      path: '^services/([^/]+)/[^/]+/',
      pathNot: TESTS,
    },
    { path: '^services/$1/(service|main)[.]ts$' },
  ),
  forbid(
    'sql-stays-in-stores',
    'SQL is in a service’s store/ and in the kit.',
    {
      path: [`^services/[^/]+/(${ROOMS}/|service[.]ts$)`, '^(apps|contracts|demo|gateway)/'],
      pathNot: [TESTS, room('store')],
    },
    { path: [npm('postgres'), '^kit/database/'] },
  ),
  forbid(
    'network-stays-in-providers',
    'Strangers are spoken to in providers/, and served by the kit.',
    {
      path: '^services/',
      pathNot: [TESTS, room('providers')],
    },
    { path: [npm('fastify', 'undici', 'nodemailer'), '^(node:)?(dgram|http|http2|https|net|tls)$'] },
  ),
]

const everywhere = [
  forbid(
    'no-cycles',
    'A file that needs itself cannot be read from any end.',
    {},
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    },
  ),
  forbid('no-dead-ends', 'What is imported must be there.', {}, { couldNotResolve: true }),
  forbid(
    'no-unlisted-packages',
    'A package is used only if a package.json lists it.',
    {},
    {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
    },
  ),
  forbid(
    'product-needs-no-tests',
    'From where a program or a package is entered no test and no development tool can be reached.',
    {
      path: [
        '^(embedded|simulators)/main[.]ts$',
        '^(auditor|embedded)/audit[.]ts$',
        '^gateway/open-gateway[.]ts$',
        '^services/[^/]+/(service|main)[.]ts$',
        '^kit/[^/]+/index[.]ts$',
        '^contracts/src/[^/]+[.]ts$',
      ],
      pathNot: [TESTS, '^kit/testing/'],
    },
    { path: [TESTS, '^kit/testing/', npm(...DEV)], reachable: true },
  ),
  forbid(
    'embedded-needs-no-broker',
    'The shop of one process starts without the packages of a broker: a fleet alone loads them.',
    { path: '^embedded/main[.]ts$' },
    { path: npm('@nats-io/[^/]+'), reachable: true },
  ),
]

module.exports = {
  forbidden: [...betweenFolders, ...insideServices, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What is generated of routes and made of sources.
    exclude: { path: ['[.]react-router/', '^apps/[^/]+/build/', '/[+]types/', '[.]css$'] },
    tsPreCompilationDeps: 'specify',
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
}
