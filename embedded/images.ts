import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '@souk/kit/runtime'
import { type Account, handOver } from './postgres/account.ts'
import type { settings } from './settings.ts'

type Chosen = Pick<Settings<typeof settings>, 'data' | 'images'>

/** Where uploaded images are kept: where somebody says, or in the data folder. */
export const imagesIn = ({ data, images }: Chosen): string => images || join(data, 'images')

/** In the data folder it belongs to whom the rest does, who can then remove every file in it. */
export async function openImages(chosen: Chosen, owner: Account): Promise<void> {
  if (chosen.images !== '') return
  const folder = imagesIn(chosen)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await handOver(folder, owner)
}
