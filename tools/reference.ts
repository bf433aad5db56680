import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMMAND } from './reference/page.ts'

const contracts = () => import('@souk/contracts/all')

/** The pages of docs/reference, each made from the code itself; a page is loaded only when it is made. */
export const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  'routes.md': async () => (await import('./reference/routes.ts')).routesPage((await contracts()).allCalls),
  'refusals.md': async () =>
    (await import('./reference/refusals.ts')).refusalsPage((await contracts()).allCalls),
  'events.md': async () => {
    const { NOWHERE, shop } = await import('../embedded/services.ts')
    return (await import('./reference/events.ts')).eventsPage((await contracts()).allEvents, shop(NOWHERE))
  },
  'settings.md': async () => {
    const [{ settings }, { outsideSettings }, { settingOfAny }, { serviceSettings }, { settingsPage }] =
      await Promise.all([
        import('../embedded/settings.ts'),
        import('../fleet/outside.ts'),
        import('../fleet/setting-of-each.ts'),
        import('@souk/kit/fleet'),
        import('./reference/settings.ts'),
      ])
    const { databases, broker, users } = outsideSettings
    return settingsPage({
      shop: Object.values(settings),
      fleet: [settingOfAny(databases), broker, settingOfAny(users)],
      service: Object.values(serviceSettings),
    })
  },
  'schema.graphql': async () => (await import('./reference/graphql.ts')).graphqlPage(),
  'degradation.md': async () => (await import('./reference/degradation.ts')).degradationPage(),
  'openapi.json': async () => {
    const [{ publicCalls }, { openApi }, { API_INFO }] = await Promise.all([
      contracts(),
      import('@souk/kit/http'),
      import('../gateway/docs.ts'),
    ])
    const { openapi, ...rest } = openApi(publicCalls, API_INFO)
    return `${JSON.stringify({ openapi, 'x-generated-by': COMMAND, ...rest }, null, 2)}\n`
  },
}

/** Writes every page that can be made; one that cannot says why and fails the command. */
async function main(): Promise<void> {
  const folder = fileURLToPath(new URL('../docs/reference', import.meta.url))
  await mkdir(folder, { recursive: true })
  for (const [name, make] of Object.entries(PAGES)) {
    try {
      await writeFile(join(folder, name), await make())
      console.log(`docs/reference/${name}`)
    } catch (fault) {
      console.error(`docs/reference/${name} cannot be made:`, fault)
      process.exitCode = 1
    }
  }
}

if (import.meta.main) await main()
