import type { runAudit as contract } from '@souk/contracts/ops'
import { refuse } from '@souk/kit/contract'
import type { OpsVerb } from './room.ts'

export const runAudit: OpsVerb<typeof contract> = async ({ strict, anyOrder }, { audit }) =>
  audit
    ? await audit({ isStrict: strict === 'true', anyOrder: anyOrder === 'true' })
    : refuse('unavailable', { detail: 'This gateway was opened without an auditor.' })
