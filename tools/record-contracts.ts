import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { breaks } from './compatibility/breaks.ts'
import { declaredNow, RECORDED, recordedBefore } from './compatibility/load.ts'
import { written } from './compatibility/recording.ts'

/** Writes down what the contracts say today, unless that breaks those who know them as they were recorded. */
async function main(root: string): Promise<void> {
  const now = await declaredNow(root)
  const broken = breaks((await recordedBefore(root)).recorded, now)
  if (broken.length > 0) {
    console.error(`Nothing is recorded:\n${broken.map((line) => `  ${line}\n`).join('')}${ADVICE}`)
    process.exitCode = 1
    return
  }
  await mkdir(join(root, RECORDED), { recursive: true })
  for (const [service, recording] of Object.entries(now)) {
    await writeFile(join(root, RECORDED, `${service}.json`), written(recording))
    console.log(`${RECORDED}/${service}.json`)
  }
}

const ADVICE = `Leave what is there as it is, and put the new beside it: an event as .v2, a call at another path.
What nobody knows any more is taken out of ${RECORDED} by hand, where a review sees it.`

await main(fileURLToPath(new URL('..', import.meta.url)))
