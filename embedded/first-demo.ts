import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, handOver } from './postgres/account.ts'

/** The first start loads the demo; one that was interrupted begins again, which changes nothing twice. */
export async function firstDemo(
  folder: string,
  { owner, load }: { owner: Account; load: () => Promise<number> },
): Promise<number | undefined> {
  const done = join(folder, 'demo-loaded')
  if (existsSync(done)) return undefined
  const products = await load()
  await writeFile(done, `${products} products\n`)
  await handOver(done, owner)
  return products
}
