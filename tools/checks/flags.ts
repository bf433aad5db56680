import type { Call } from '@souk/kit/contract'
import type { Guard } from './verdict.ts'

interface Declared {
  readonly flags: Readonly<Record<string, { readonly expires: string }>>
  readonly calls: readonly Pick<Call, 'service' | 'name' | 'flag' | 'refusals' | 'fallback'>[]
  /** Such as 2026-11-23. */
  readonly today: string
}

/** No feature flag is forgotten: each is used, not past its day, and what stands behind one can be switched off. */
export const flags: Guard = async () => {
  const [{ featureFlags }, { allCalls }] = await Promise.all([
    import('@souk/contracts/feature-flags'),
    import('@souk/contracts/all'),
  ])
  const today = new Date().toISOString().slice(0, 10)
  return {
    crimes: wrongFlags({ flags: featureFlags, calls: allCalls, today }),
    seen: `${Object.keys(featureFlags).length} flags`,
  }
}

export function wrongFlags({ flags, calls, today }: Declared): string[] {
  const behind = calls.filter(({ flag }) => flag)
  const used = new Set(behind.map(({ flag }) => flag?.name))
  return [
    ...Object.entries(flags).flatMap(([key, { expires }]) => [
      ...(expires < today
        ? [`${key}: was to be gone by ${expires}; remove it, or say until when it stays`]
        : []),
      ...(used.has(key) ? [] : [`${key}: no call stands behind it`]),
    ]),
    ...behind.flatMap(({ service, name, flag, refusals = {}, fallback }) => [
      ...(Object.hasOwn(flags, String(flag?.name))
        ? []
        : [`${service}.${name}: nobody declares the flag ${flag?.name}`]),
      ...((flag?.refusal === undefined ? fallback !== undefined : flag.refusal in refusals)
        ? []
        : [`${service}.${name}: cannot be switched off: it has no such refusal, and no fallback`]),
    ]),
  ]
}
