import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Pages } from '@souk/gateway'
import { openStorefront } from '@souk/storefront'
import { buildApps, canBuild } from './build-apps.ts'
import type { Screen } from './screen.ts'

const APPS = [
  { at: '/admin/', folder: 'admin' },
  { at: '/admin/ops/', folder: 'control-room' },
]

/** Builds what has changed since it was built; a shop installed without its tools takes what came with it. */
export async function buildWeb(screen: Pick<Screen, 'step'>): Promise<void> {
  if (canBuild()) await screen.step('pages built', () => buildApps())
}

/** What people see, as far as it is built: without it the shop is its API. */
export async function openWeb(): Promise<Pages> {
  const apps = APPS.map(({ at, folder }) => ({
    at,
    folder: fileURLToPath(new URL(`../apps/${folder}/build/`, import.meta.url)),
  }))
  return {
    storefront: await openStorefront(),
    apps: apps.filter(({ folder }) => existsSync(folder)),
  }
}
