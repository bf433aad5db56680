import { isStale, refuse } from '@souk/kit/contract'

export function staleRefusal(ifMatch: string | undefined, { version }: { version: number }) {
  if (!isStale(ifMatch, version)) return undefined
  return refuse('version_conflict', { detail: `It is at version ${version} now.` })
}

/** A thing with the fields given, one version further; what is left out stays. */
export function changedBy<Thing extends { version: number }>(
  before: Thing,
  edit: { [Field in keyof Thing]?: Thing[Field] | undefined },
): Thing {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  return { ...before, ...given, version: before.version + 1 }
}
