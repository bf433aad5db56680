import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boundaries, unseen } from './checks/boundaries.ts'
import { compatibility } from './checks/compatibility.ts'
import { explained } from './checks/explained.ts'
import { flags, wrongFlags } from './checks/flags.ts'
import { lock } from './checks/lock.ts'
import { currentReference } from './checks/reference.ts'
import { silencers } from './checks/silencers.ts'
import { sizes } from './checks/sizes.ts'
import { listSources } from './checks/sources.ts'
import { style } from './checks/style.ts'
import { types } from './checks/types.ts'
import { unused } from './checks/unused.ts'
import type { Guard, Verdict } from './checks/verdict.ts'
import { missingEntries } from './complete-lock.ts'
import { ACCOMPLICES, ARROWS, type Crime, LINT } from './guards/crimes.ts'
import { innocents } from './guards/innocents.ts'
import { scratchProject } from './guards/scratch.ts'

const planted = (crimes: readonly Crime[]) => Object.fromEntries(crimes.map(({ file, text }) => [file, text]))
const folders: string[] = []

async function look(guard: Guard, files: Readonly<Record<string, string>>): Promise<Verdict> {
  const folder = await scratchProject(files)
  folders.push(folder)
  return guard(folder)
}

/** The guard's complaints about one file. */
const about = ({ crimes }: Verdict, { file, blames = file }: Crime) =>
  crimes.filter((line) => line.startsWith(blames)).join('\n')

const countOf = ({ seen }: Verdict) => Number.parseInt(seen, 10)

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('boundaries', () => {
  let verdict: Verdict
  beforeAll(async () => {
    verdict = await look(boundaries, { ...innocents, ...planted(ARROWS), ...ACCOMPLICES })
  })

  test.for(ARROWS)('$caughtBy catches $file', (crime) => {
    expect(about(verdict, crime)).toContain(`(${crime.caughtBy})`)
  })

  test('every rule is shown a crime', () => {
    const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
    const rules = forbidden.map(({ name }: { name: string }) => name)
    expect(rules.filter((name: string) => !ARROWS.some(({ caughtBy }) => caughtBy === name))).toEqual([])
  })

  test('an innocent project is left alone, and all of it is seen', async () => {
    const innocent = await look(boundaries, innocents)
    expect(innocent.crimes).toEqual([])
    expect(countOf(innocent)).toBe(Object.keys(innocents).length)
  })

  test('a cruiser that sees nothing is not believed', () => {
    const blind = { modules: [], summary: { violations: [] } }
    expect(unseen(blind, ['kit/saga/index.ts'])).toHaveLength(1)
    expect(unseen(blind, [])).toHaveLength(1)
  })
})

describe('format and lint', () => {
  let verdict: Verdict
  beforeAll(async () => {
    verdict = await look(style, { ...innocents, ...planted(LINT) })
  })

  test.for(LINT)('"$caughtBy" is said of $file', (crime) => {
    expect(about(verdict, crime)).toContain(crime.caughtBy)
  })

  test('an innocent project is left alone', async () => {
    const { crimes } = await look(style, innocents)
    expect(crimes.filter((line) => Object.keys(innocents).some((file) => line.startsWith(file)))).toEqual([])
  })
})

describe('nothing unused', () => {
  const crimes: Crime[] = [
    {
      caughtBy: 'is used by nothing',
      file: 'services/orders/domain/forgotten.ts',
      text: 'export const it = 1\n',
    },
    {
      caughtBy: 'spare: is exported and used nowhere else',
      file: 'services/orders/features/confirm.ts',
      text: "export const confirm = 'confirm'\nexport const spare = 1\n",
    },
    {
      caughtBy: 'pino: depends on it and does not use it',
      file: 'kit/package.json',
      text: JSON.stringify({
        name: '@souk/kit',
        exports: { './contract': './contract/index.ts' },
        dependencies: { pino: '10.4.0' },
      }),
    },
  ]

  test('a file, an export and a dependency that nothing uses are found', async () => {
    const verdict = await look(unused, { ...innocents, ...planted(crimes) })
    for (const crime of crimes) expect(about(verdict, crime)).toContain(crime.caughtBy)
  })
})

describe('types', () => {
  test('a wrong type is found, a right one is not', async () => {
    const file = 'kit/saga/wrong.ts'
    const wrong = await look(types, { [file]: "export const wrong: number = 'text'\n" })
    expect(wrong.crimes).toEqual([expect.stringMatching(/^kit\/saga\/wrong\.ts.*TS2322/)])
    const right = await look(types, { [file]: 'export const right: number = 1\n' })
    expect(right.crimes).toEqual([])
    expect(countOf(right)).toBe(1)
  })

  test('a compiler that reads nothing of ours is not believed', async () => {
    expect((await look(types, {})).crimes).not.toEqual([])
  })
})

test('a file of 301 lines is too long and one of 300 is not; a test may have 500', async () => {
  const lines = (count: number) => '// one\n'.repeat(count)
  const { crimes } = await look(sizes, {
    'kit/long.ts': lines(301),
    'kit/short.ts': lines(300),
    'kit/long.test.ts': lines(501),
    'kit/short.test.ts': lines(500),
  })
  expect(crimes).toEqual(['kit/long.test.ts: 501 lines, 500 at most', 'kit/long.ts: 301 lines, 300 at most'])
})

test('a guard told to look away is found, but for errors a type test expects', async () => {
  const said = ['biome-ignore lint: no', '@ts-ignore', '@ts-expect-error', '@ts-nocheck']
  const quiet = said.map((words, index) => [`kit/quiet-${index}.ts`, `// ${words}\n`])
  const { crimes } = await look(silencers, {
    ...Object.fromEntries(quiet),
    'kit/types.test-d.ts': `// ${'@ts-expect-error'}\n`,
  })
  expect(crimes).toEqual(quiet.map(([file]) => expect.stringContaining(`${file}:1 silences`)))
})

describe('lock file', () => {
  const zod = { version: '4.6.7', integrity: 'sha512-…' }
  const addon = {
    ...zod,
    optionalDependencies: { 'addon-linux-x64-musl': '4.6.7', 'addon-darwin-arm64': '4.6.7' },
  }
  const locked = (packages: object) => ({ 'package-lock.json': JSON.stringify({ packages }) })

  test.for([
    ['names the address', { 'node_modules/zod': { ...zod, resolved: 'https://registry.example/zod.tgz' } }],
    ['runs a script', { 'node_modules/zod': { ...zod, hasInstallScript: true } }],
    ['has no checksum', { 'node_modules/zod': { version: '4.6.7' } }],
    ['addon-linux-x64-musl is missing', { 'node_modules/addon': addon }],
  ] as const)('a package that %s is found', async ([complaint, packages]) => {
    const { crimes } = await look(lock, locked(packages))
    expect(crimes.join('\n')).toContain(complaint)
  })

  test('versions that may drift and scripts that may run are found', async () => {
    const drifting = JSON.stringify({ dependencies: { zod: '^4.6.7' } })
    const { crimes } = await look(lock, {
      ...locked({}),
      '.npmrc': 'fund=false\n',
      'kit/package.json': drifting,
    })
    expect(crimes).toEqual([
      '.npmrc: says no ignore-scripts=true',
      '.npmrc: says no save-exact=true',
      'kit/package.json: zod ^4.6.7 is no exact version',
    ])
  })

  test('a sound one is left alone', async () => {
    const { crimes } = await look(lock, locked({ 'node_modules/zod': zod, kit: { version: '0.1.0' } }))
    expect(crimes).toEqual([])
  })

  test('what npm left out is described from its name', () => {
    expect(missingEntries({ packages: { 'node_modules/addon': { ...addon, license: 'MIT' } } })).toEqual({
      'node_modules/addon-linux-x64-musl': {
        version: '4.6.7',
        license: 'MIT',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
      'node_modules/addon-darwin-arm64': {
        version: '4.6.7',
        license: 'MIT',
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
    })
  })
})

test('a dependency without a reason is found, and a reason without a dependency', async () => {
  const { crimes } = await look(explained, {
    'package.json': JSON.stringify({ dependencies: { zod: '4.6.7', pino: '10.4.0' } }),
    'gateway/package.json': JSON.stringify({ dependencies: { '@souk/kit': '0.1.0', undici: '8.12.4' } }),
    'docs/reference/dependencies.md': '| `zod` | MIT | Contracts |\n| `express` | MIT | Once |\n',
  })
  expect(crimes).toEqual([
    'docs/reference/dependencies.md: says nothing of undici',
    'docs/reference/dependencies.md: says nothing of pino',
    'docs/reference/dependencies.md: express is not in package.json',
  ])
})

test('a page of the reference that is old or gone is found', async () => {
  const { crimes } = await look(currentReference, { 'docs/reference/routes.md': '# Old\n' })
  expect(crimes).toContainEqual(expect.stringMatching(/^docs\/reference\/routes\.md: line 1 is old/))
  expect(crimes).toContainEqual(expect.stringMatching(/^docs\/reference\/refusals\.md: is not there/))
})

describe('contracts', () => {
  const INVENTORY = 'contracts/src/inventory.ts'
  const RECORDED = 'contracts/recorded/inventory.json'
  let real: Record<string, string>
  beforeAll(async () => {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const paths = (await listSources(root, ['.ts', '.json'])).filter(
      (path) => /^(contracts|kit\/contract)\//.test(path) && !path.endsWith('.test.ts'),
    )
    const texts = paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')])
    real = Object.fromEntries(await Promise.all(texts))
  })

  /** The project's own contracts, with a text in one of their files replaced by another. */
  const changed = (path: string, text: string, by: string) => {
    expect(real[path]).toContain(text)
    return look(compatibility, { ...real, [path]: real[path]?.replace(text, by) ?? '' })
  }

  test('as they are recorded break nobody, and all of them are seen', async () => {
    const { crimes, seen } = await look(compatibility, real)
    expect(crimes).toEqual([])
    expect(Number.parseInt(seen, 10)).toBeGreaterThan(100)
  })

  test.for([
    [
      'an event that tells less',
      ", reason: z.enum(['released', 'expired'])",
      '',
      'inventory: inventory.stock-released.v1 breaks those who hear it already: reason is missing',
    ],
    [
      'a call that takes less',
      'lines: z.array(SkuQuantity).min(1).max(500)',
      'lines: z.array(SkuQuantity).min(1).max(50)',
      'inventory: POST /internal/inventory/reservations refuses what is sent to it already: its body lines may go beyond maxItems 50',
    ],
    [
      'a call at another path',
      'POST /internal/inventory/items',
      'POST /internal/inventory/goods',
      'inventory: POST /internal/inventory/items is gone; who knows it still asks it',
    ],
  ] as const)('%s is found', async ([, text, by, complaint]) => {
    expect((await changed(INVENTORY, text, by)).crimes).toEqual([complaint])
  })

  test('what was added is to be recorded', async () => {
    const text = 'reason: Reason,\n    location: Location.optional(),'
    const { crimes } = await changed(INVENTORY, text, `${text}\n    note: Reason.optional(),`)
    expect(crimes).toEqual([expect.stringMatching(/^contracts\/recorded\/inventory\.json: is not what/)])
  })

  test('what was never recorded is missed', async () => {
    const { [RECORDED]: _gone, ...rest } = real
    const { crimes } = await look(compatibility, rest)
    expect(crimes).toEqual([expect.stringMatching(/^contracts\/recorded\/inventory\.json: is not what/)])
  })
})

describe('feature flags', () => {
  const call = { service: 'carts', name: 'show-cart', fallback: null }
  const declared = {
    flags: { new_carts: { expires: '2027-01-01' } },
    calls: [{ ...call, flag: { name: 'new_carts' } }],
    today: '2027-01-01',
  }

  test.for([
    ['one past its day', { today: '2027-01-02' }, 'new_carts: was to be gone by 2027-01-01'],
    ['one nothing stands behind', { calls: [] }, 'new_carts: no call stands behind it'],
    [
      'one nobody declares',
      { flags: {}, calls: declared.calls },
      'carts.show-cart: nobody declares the flag',
    ],
    [
      'a call without a word for being off',
      { calls: [{ ...call, flag: { name: 'new_carts', refusal: 'carts_off' } }] },
      'carts.show-cart: cannot be switched off',
    ],
  ] as const)('%s is found', ([, crime, complaint]) => {
    expect(wrongFlags({ ...declared, ...crime })).toEqual([expect.stringContaining(complaint)])
  })

  test('those of the shop are in order, and all are seen', async () => {
    expect(wrongFlags(declared)).toEqual([])
    const { crimes, seen } = await flags('')
    expect(crimes).toEqual([])
    expect(Number.parseInt(seen, 10)).toBeGreaterThan(2)
  })
})
