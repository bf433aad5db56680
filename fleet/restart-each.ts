import type { Registry } from '@souk/kit/discovery'
import type { Supervised } from './supervise.ts'

interface Restarting {
  /** Of somebody who is told who is there, as those who ask are. */
  readonly registry: Pick<Registry, 'all'>
  /** What the new ones are told that the old ones were not, such as another version. */
  readonly env?: Readonly<Record<string, string>>
  readonly withinMs?: number
  readonly tell?: (line: string) => void
}

/**
 * A rolling restart: one after the other, each replaced by a new process before it is asked to stop. The first that
 * does not come up ends it: what was not restarted goes on as it is. Rejects with a `Fault` then.
 */
export async function restartEach(
  running: readonly Supervised[],
  { registry, tell = () => {}, ...more }: Restarting,
): Promise<void> {
  const isFound = ({ address }: { address?: string }) =>
    address === undefined || registry.all().some((one) => one.address === address)
  for (const one of running) {
    const begun = performance.now()
    await one.replace({ isFound, ...more })
    tell(`${one.name} is restarted (${((performance.now() - begun) / 1_000).toFixed(1)} s)`)
  }
}
