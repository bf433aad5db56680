import { setTimeout as pause } from 'node:timers/promises'
import type { Registry } from '@souk/kit/discovery'
import { memberSettings, openMember } from '@souk/kit/fleet'
import { readSettings } from '@souk/kit/runtime'
import { registerAdmin } from '../embedded/admin.ts'
import { loadDemo } from '../embedded/demo-shop.ts'
import type { Opening } from '../embedded/open.ts'

const LOOKED_FOR_MS = 50

export interface Filling {
  readonly chosen: Pick<Opening['chosen'], 'log' | 'adminPassword'>
  /** Loads the demo where that was never done; absent where nobody wants it. */
  readonly loadsOnce?: ((load: () => Promise<number>) => Promise<number | undefined>) | undefined
}

/** The first start makes the admin and loads the demo, by asking the services as everybody does. */
export async function fillShop(
  { chosen, loadsOnce }: Filling,
  told: Readonly<Record<string, string>>,
): Promise<{ products: number | undefined; adminPassword: string | undefined }> {
  const settings = readSettings(memberSettings, { ...told, SOUK_LOG: chosen.log })
  const member = await openMember({ chosen: settings, shown: new Set() })
  try {
    await untilFound(member.registry, ['accounts', 'catalog', 'inventory'])
    const { dispatch, environment } = member
    const products = await loadsOnce?.(() => loadDemo(dispatch, environment))
    const adminPassword = await registerAdmin(dispatch, { environment, chosen: chosen.adminPassword })
    return { products, adminPassword }
  } finally {
    await member.close()
  }
}

async function untilFound(registry: Registry, services: readonly string[]): Promise<void> {
  while (services.some((service) => registry.instancesOf(service).length === 0)) await pause(LOOKED_FOR_MS)
}
