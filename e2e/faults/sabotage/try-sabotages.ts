import type { PrivateCopy } from './private-copy.ts'
import { checkTypes, runTests } from './run-tests.ts'
import type { Sabotage } from './sabotage.ts'
import { judge, type Verdict } from './verdict.ts'

export interface Tried extends Verdict {
  readonly sabotage: Sabotage
  readonly seconds: number
}

/** Tells of each as it is done; `undefined` while the tests run on sources nobody spoiled. */
export type Tell = (tried: Tried | undefined) => void

/** Whether the tests named catch each bug. First they must pass without it: a test that always fails catches nothing. */
export async function trySabotages(
  copy: PrivateCopy,
  sabotages: readonly Sabotage[],
  tell: Tell = () => {},
): Promise<Tried[]> {
  tell(undefined)
  const files = [...new Set(sabotages.flatMap(({ caughtBy }) => caughtBy))]
  const healthy = await checkTypes(copy.folder)
  if (healthy) throw new Error(`the sources do not compile as they are: ${healthy}`)
  const before = judge(await runTests(copy.folder, files))
  if (before.is !== 'not caught') throw new Error(`without any sabotage: ${before.why}`)
  const tried: Tried[] = []
  for (const sabotage of sabotages) {
    const begun = performance.now()
    const verdict = await copy.spoiled(sabotage, () => tryOne(copy, sabotage))
    tried.push({ ...verdict, sabotage, seconds: (performance.now() - begun) / 1_000 })
    tell(tried.at(-1))
  }
  return tried
}

async function tryOne({ folder }: PrivateCopy, { caughtBy }: Sabotage): Promise<Verdict> {
  const mistyped = await checkTypes(folder)
  return mistyped ? { is: 'broken', why: mistyped } : judge(await runTests(folder, caughtBy))
}
